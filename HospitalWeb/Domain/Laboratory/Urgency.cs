namespace HospitalWeb.Domain.Laboratory;

/// <summary>How soon an order is wanted, kept as its rank: the lower goes first.</summary>
public enum Urgency { Stat = 1, Urgent = 2, Routine = 3 }
