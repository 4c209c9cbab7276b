namespace HospitalWeb.Domain.Notifications;

/// <summary>How much it matters, kept as its rank: the lower goes first.</summary>
public enum Severity { Critical = 1, High = 2, Medium = 3, Low = 4 }
