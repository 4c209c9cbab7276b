namespace HospitalWeb.Domain.Audit;

/// <summary>
/// One thing that somebody did, sealed to the entry before it. Sequences run from 1 without gaps;
/// the seal covers every column and the previous seal, so that no entry can be changed, moved or taken out unseen.
/// </summary>
[NotAudited]
public sealed class AuditEntry
{
    public const int NameMaxLength = 200, RolesMaxLength = 400, EntityTypeMaxLength = 100, PathMaxLength = 400, IpAddressMaxLength = 64, UserAgentMaxLength = 300,
        ReasonMaxLength = 300, SessionMaxLength = 40, ReferenceMaxLength = 64;
    /// <summary>How the reason begins of whatever was done under emergency access.</summary>
    public const string InEmergency = "Emergency access.";
    public const string AsProxy = "As proxy.";

    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? AccountId { get; init; }
    /// <summary>The name and roles as they were then.</summary>
    public required string AccountName { get; init; }
    public required string Roles { get; init; }
    public required AuditAction Action { get; init; }
    public required string EntityType { get; init; }
    public required string EntityId { get; init; }
    public Guid? PatientId { get; init; }
    /// <summary>JSON: each property with its value before and after.</summary>
    public string? Changes { get; init; }
    public required string Path { get; init; }
    public required string IpAddress { get; init; }
    public required string UserAgent { get; init; }
    /// <summary>One sign-in's entries share it. It opens nothing.</summary>
    public string? Session { get; init; }
    /// <summary>One request's entries share it, with the log and the error page.</summary>
    public string? Reference { get; init; }
    public AuditOutcome Outcome { get; init; }
    public string? Reason { get; init; }
    public required AuditSeverity Severity { get; init; }
    /// <summary>About who may do what here, not about a patient's care.</summary>
    public required bool IsSecurity { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; set; }
}
