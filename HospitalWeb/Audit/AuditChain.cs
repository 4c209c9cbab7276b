using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Audit;

/// <summary>What is wrong with the trail, and where first.</summary>
public sealed record AuditFault(long Sequence, string Reason)
{
    public string Sentence => FormattableString.Invariant($"Entry {Sequence} {Reason}.");
}

/// <summary>What the trail must agree with beside its own seals: what was archived before it, the months sealed so far, and where it ended at moments in the past.</summary>
public sealed record AuditEvidence(IReadOnlyList<AuditSegment> Segments, IReadOnlyList<AuditAnchor> Anchors, int YearsKept, DateTimeOffset Now)
{
    public static readonly AuditEvidence None = new([], [], AuditSegment.YearsKeptAtLeast, default);
}

/// <summary>Judges a trail entry by entry, in the order of their sequence, wherever they come from.</summary>
public sealed class AuditChain
{
    private readonly byte[] key;
    private readonly AuditHead head;
    private readonly AuditEvidence evidence;
    private readonly ILookup<long, string> witnessed;
    private byte[] hash = [];
    private bool begun;

    public AuditChain(byte[] key, AuditHead head, AuditEvidence evidence)
    {
        (this.key, this.head, this.evidence) = (key, head, evidence);
        witnessed = evidence.Anchors.Select(anchor => (anchor.Sequence, anchor.Hash)).Concat(evidence.Segments.Select(segment => (Sequence: segment.LastSequence, Hash: Convert.ToHexStringLower(segment.Hash))))
            .ToLookup(witness => witness.Sequence, witness => witness.Hash);
    }

    /// <summary>The last entry that was found whole.</summary>
    public long Walked { get; private set; }

    public AuditFault? Begin()
    {
        byte[] seal = [];
        foreach (var segment in evidence.Segments)
        {
            if (!segment.PreviousSeal.AsSpan().SequenceEqual(seal) || !AuditSeal.Of(segment, key).AsSpan().SequenceEqual(segment.Seal))
                return new(segment.FirstSequence, "begins a month whose seal was changed by hand");
            seal = segment.Seal;
        }

        return AuditSeal.Holds(head, key) ? null : new(head.Sequence, "cannot be judged: the end of the trail was changed by hand");
    }

    public AuditFault? Next(AuditEntry entry)
    {
        if (!begun) BeginAfterArchive(entry);
        if (entry.Sequence != Walked + 1) return new(Walked + 1, "is missing");
        if (entry.Sequence > head.Sequence) return new(entry.Sequence, "was put in by hand after the end of the trail");
        if (!AuditSeal.Of(entry, key).AsSpan().SequenceEqual(entry.Hash)) return new(entry.Sequence, "was changed, moved or put in by hand");
        if (!entry.PreviousHash.AsSpan().SequenceEqual(hash)) return new(entry.Sequence, "does not follow the entry before it");
        if (witnessed.Contains(entry.Sequence) && witnessed[entry.Sequence].Any(seen => seen != Convert.ToHexStringLower(entry.Hash))) return new(entry.Sequence, "is not the entry that was there before");

        (Walked, hash) = (entry.Sequence, entry.Hash);
        return null;
    }

    public AuditFault? End()
    {
        var written = witnessed.Select(witness => witness.Key).Append(head.Sequence).Max();
        if (Walked < written) return new(Walked + 1, FormattableString.Invariant($"is missing: the trail was cut off, {written} entries were written"));
        return head.Hash.AsSpan().SequenceEqual(hash) ? null : new(Walked, "is not what the end of the trail says");
    }

    // Whole months may be gone from the beginning, but only such as are old enough.
    private void BeginAfterArchive(AuditEntry first)
    {
        begun = true;
        if (evidence.Segments.FirstOrDefault(segment => segment.LastSequence == first.Sequence - 1) is not { } archived || !archived.MayLeave(evidence.Now, evidence.YearsKept)) return;
        (Walked, hash) = (archived.LastSequence, archived.Hash);
    }
}
