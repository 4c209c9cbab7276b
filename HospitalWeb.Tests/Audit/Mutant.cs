using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Tests.Audit;

/// <summary>An entry as somebody with the database in hand could leave it: one column different, every seal as it was.</summary>
internal static class Mutant
{
    public static readonly string[] Kinds = ["edit", "change time", "delete", "insert", "duplicate", "reorder", "swap", "truncate", "old copy"];

    private static readonly Func<AuditEntry, AuditEntry>[] Edits =
    [
        e => Of(e, sequence: e.Sequence + 1_000_000), e => Of(e, account: Guid.NewGuid()), e => Of(e, name: e.AccountName + "x"), e => Of(e, roles: e.Roles + "x"),
        e => Of(e, action: e.Action == AuditAction.Read ? AuditAction.Print : AuditAction.Read), e => Of(e, type: e.EntityType + "x"), e => Of(e, id: e.EntityId + "x"), e => Of(e, patient: Guid.NewGuid()),
        e => Of(e, changes: e.Changes is null ? "{}" : $"{e.Changes} "), e => Of(e, path: e.Path + "x"), e => Of(e, ip: e.IpAddress + "1"), e => Of(e, agent: e.UserAgent + "x"), e => Of(e, session: e.Session + "x"), e => Of(e, reference: e.Reference + "x"),
        e => Of(e, outcome: e.Outcome == AuditOutcome.Failed ? AuditOutcome.Success : AuditOutcome.Failed), e => Of(e, reason: e.Reason + "x"), e => Of(e, severity: e.Severity == AuditSeverity.Serious ? AuditSeverity.Routine : AuditSeverity.Serious),
        e => Of(e, security: !e.IsSecurity), e => Of(e, previous: Flipped(e.PreviousHash)), e => Of(e, hash: Flipped(e.Hash)),
    ];

    public static AuditEntry Edited(AuditEntry entry, Random random) => Edits[random.Next(Edits.Length)](entry);

    public static AuditEntry Of(AuditEntry e, long? sequence = null, DateTimeOffset? at = null, Guid? account = null, string? name = null, string? roles = null, AuditAction? action = null, string? type = null, string? id = null,
        Guid? patient = null, string? changes = null, string? path = null, string? ip = null, string? agent = null, string? session = null, string? reference = null, AuditOutcome? outcome = null, string? reason = null,
        AuditSeverity? severity = null, bool? security = null, byte[]? previous = null, byte[]? hash = null) => new()
        {
            Sequence = sequence ?? e.Sequence, At = at ?? e.At, AccountId = account ?? e.AccountId, AccountName = name ?? e.AccountName, Roles = roles ?? e.Roles, Action = action ?? e.Action, EntityType = type ?? e.EntityType,
            EntityId = id ?? e.EntityId, PatientId = patient ?? e.PatientId, Changes = changes ?? e.Changes, Path = path ?? e.Path, IpAddress = ip ?? e.IpAddress, UserAgent = agent ?? e.UserAgent, Session = session ?? e.Session,
            Reference = reference ?? e.Reference, Outcome = outcome ?? e.Outcome, Reason = reason ?? e.Reason, Severity = severity ?? e.Severity, IsSecurity = security ?? e.IsSecurity, PreviousHash = previous ?? e.PreviousHash, Hash = hash ?? e.Hash,
        };

    // The first entry follows nothing.
    private static byte[] Flipped(byte[] bytes) => bytes.Length == 0 ? [1] : [(byte)(bytes[0] ^ 1), .. bytes[1..]];
}
