namespace HospitalWeb.Domain.Audit;

/// <summary>How much an entry asks to be looked at, kept as its rank.</summary>
public enum AuditSeverity { Routine = 1, Notable = 2, Serious = 3 }
