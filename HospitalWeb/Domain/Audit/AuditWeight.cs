namespace HospitalWeb.Domain.Audit;

/// <summary>What an event weighs: whether it is about who may do what here, and how much it asks to be looked at.</summary>
public static class AuditWeight
{
    public static bool IsSecurity(AuditAction action, string entityType) => action
        is AuditAction.SignIn or AuditAction.SignInFailed or AuditAction.SignOut or AuditAction.AccessDenied
        or AuditAction.Export or AuditAction.Verify or AuditAction.Archive or AuditAction.Run or AuditAction.Tampered || IsAccess(entityType);

    public static AuditSeverity SeverityOf(AuditAction action, string entityType, AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Failed => AuditSeverity.Serious,
        AuditOutcome.Refused => AuditSeverity.Notable,
        _ when action is AuditAction.Export or AuditAction.Delete or AuditAction.Archive || IsGrant(entityType) => AuditSeverity.Notable,
        _ => AuditSeverity.Routine,
    };

    // Accounts, roles, and Identity's own rows between them.
    private static bool IsAccess(string entityType) => entityType.StartsWith("Account", StringComparison.Ordinal) || IsGrant(entityType);

    private static bool IsGrant(string entityType) => entityType is "AccountRole" or "EmergencyAccess" || entityType.StartsWith("Identity", StringComparison.Ordinal);
}
