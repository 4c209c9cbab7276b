namespace HospitalWeb.Domain.Audit;

/// <summary>The end of the chain: one row that every writer locks. Its own seal keeps it from being set back by hand.</summary>
[NotAudited]
public sealed class AuditHead
{
    public const int TheOnlyId = 1;

    public int Id { get; private set; } = TheOnlyId;
    /// <summary>The last entry's sequence, which is also how many there are.</summary>
    public long Sequence { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public byte[] Seal { get; private set; } = [];

    public bool IsAtStart => Sequence == 0;

    public static AuditHead At(AuditEntry last, byte[] seal) => new() { Sequence = last.Sequence, Hash = last.Hash, Seal = seal };
}
