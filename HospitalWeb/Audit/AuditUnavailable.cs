namespace HospitalWeb.Audit;

/// <summary>What was asked for cannot be written down, so it is neither done nor shown.</summary>
public sealed class AuditUnavailable : Exception
{
    public AuditUnavailable() { }

    public AuditUnavailable(string message) : base(message) { }

    public AuditUnavailable(string message, Exception inner) : base(message, inner) { }
}
