using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Audit;

/// <summary>What is wrong with the trail, and where first.</summary>
public sealed record AuditFault(long Sequence, string Reason);

public sealed record AuditVerdict(long Entries, AuditFault? Fault);

/// <summary>Walks the whole chain and finds the first entry that was changed, taken out, moved or put in, and an end that was cut off.</summary>
public sealed class AuditVerification(HospitalContext db, AuditKey key)
{
    private const int PageSize = 2000;

    public async Task<AuditVerdict> RunAsync(CancellationToken token)
    {
        var remembered = key.Remembered;
        var head = await HeadAsync(token);
        var (walked, hash) = (0L, Array.Empty<byte>());
        await foreach (var entry in EntriesUpTo(head.Sequence, token))
        {
            if (FaultOf(entry, walked, hash) is { } fault) return new(walked, fault);
            (walked, hash) = (entry.Sequence, entry.Hash);
            if (remembered is { } seen && seen.Sequence == walked && !seen.Hash.AsSpan().SequenceEqual(hash)) return new(walked, new(walked, "is not the entry that this server saw"));
        }

        return new(walked, await FaultOfEndAsync(head, walked, hash, remembered?.Sequence, token));
    }

    /// <summary>The command: prints the verdict, 0 when the trail is whole.</summary>
    public async Task<int> PrintAsync(TextWriter output, CancellationToken token)
    {
        var verdict = await RunAsync(token);
        await output.WriteLineAsync(verdict.Fault is { } fault
            ? string.Create(CultureInfo.InvariantCulture, $"Entry {fault.Sequence} {fault.Reason}. {verdict.Entries} entries before it are whole.")
            : string.Create(CultureInfo.InvariantCulture, $"{verdict.Entries} entries, none changed, removed, added or moved."));
        return verdict.Fault is null ? 0 : 1;
    }

    private AuditFault? FaultOf(AuditEntry entry, long before, byte[] hashBefore)
    {
        if (entry.Sequence != before + 1) return new(before + 1, "is missing");
        if (!AuditSeal.Of(entry, key.Bytes).AsSpan().SequenceEqual(entry.Hash)) return new(entry.Sequence, "was changed, moved or put in by hand");
        return entry.PreviousHash.AsSpan().SequenceEqual(hashBefore) ? null : new(entry.Sequence, "does not follow the entry before it");
    }

    private async Task<AuditFault?> FaultOfEndAsync(AuditHead head, long walked, byte[] hash, long? remembered, CancellationToken token)
    {
        if (!AuditSeal.Holds(head, key.Bytes)) return new(walked + 1, "cannot be judged: the end of the trail was changed by hand");
        if (walked < head.Sequence || walked < remembered) return new(walked + 1, $"is missing: the trail was cut off, {Math.Max(head.Sequence, remembered ?? 0)} entries were written");
        if (!head.Hash.AsSpan().SequenceEqual(hash)) return new(walked, "is not what the end of the trail says");

        // Others go on writing while this walks: only what lies beyond the present end was put in by hand.
        var last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, token) ?? 0;
        var end = (await HeadAsync(token)).Sequence;
        return last > end ? new(end + 1, "was put in by hand after the end of the trail") : null;
    }

    private async Task<AuditHead> HeadAsync(CancellationToken token) => await db.AuditHeads.AsNoTracking().SingleAsync(token);

    private async IAsyncEnumerable<AuditEntry> EntriesUpTo(long end, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var after = 0L; ;)
        {
            var page = await db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > after && entry.Sequence <= end)
                .OrderBy(entry => entry.Sequence).Take(PageSize).ToListAsync(token);
            foreach (var entry in page) yield return entry;
            if (page.Count < PageSize) yield break;
            after = page[^1].Sequence;
        }
    }
}
