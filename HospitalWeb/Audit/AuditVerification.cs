using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Audit;

public sealed record AuditVerdict(long Entries, AuditFault? Fault)
{
    public string Sentence => Fault is { } fault
        ? FormattableString.Invariant($"{fault.Sentence} {Entries} entries before it are whole.")
        : FormattableString.Invariant($"{Entries} entries, none changed, removed, added or moved.");
}

/// <summary>Walks the whole chain and finds the first entry that was changed, taken out, moved or put in, an end that was cut off, and a database put back as it once was.</summary>
public sealed class AuditVerification(HospitalContext db, AuditKey key, AuditAnchors anchors, AuditRetention retention, TimeProvider time)
{
    private const int PageSize = 2000;

    public async Task<AuditVerdict> RunAsync(CancellationToken token, Func<long, Task>? passed = null)
    {
        var (seen, forged) = anchors.Read();
        if (key.Remembered is { } last) seen = [.. seen, new(time.GetUtcNow(), last.Sequence, Convert.ToHexStringLower(last.Hash))];
        var segments = await db.AuditSegments.AsNoTracking().OrderBy(segment => segment.Month).ToListAsync(token);
        var head = await HeadAsync(token);
        var chain = new AuditChain(key.Bytes, head, new(segments, seen, retention.Years, time.GetUtcNow()));

        var fault = forged is null ? chain.Begin() : new(0, $"cannot be judged: {forged} was changed by hand");
        if (fault is null) fault = await WalkAsync(chain, head.Sequence, passed, token) ?? chain.End() ?? await BeyondEndAsync(token);
        return new(chain.Walked, fault);
    }

    /// <summary>The command: prints the verdict, 0 when the trail is whole.</summary>
    public async Task<int> PrintAsync(TextWriter output, CancellationToken token)
    {
        var verdict = await RunAsync(token);
        await output.WriteLineAsync(verdict.Sentence);
        return verdict.Fault is null ? 0 : 1;
    }

    private async Task<AuditFault?> WalkAsync(AuditChain chain, long end, Func<long, Task>? passed, CancellationToken token)
    {
        for (var after = 0L; ;)
        {
            var page = await db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > after && entry.Sequence <= end)
                .OrderBy(entry => entry.Sequence).Take(PageSize).ToListAsync(token);
            foreach (var entry in page)
                if (chain.Next(entry) is { } fault) return fault;
            if (page.Count < PageSize) return null;

            after = page[^1].Sequence;
            if (passed is not null) await passed(after);
        }
    }

    // Others go on writing while this walks: only what lies beyond the present end was put in by hand.
    private async Task<AuditFault?> BeyondEndAsync(CancellationToken token)
    {
        var last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, token) ?? 0;
        var end = (await HeadAsync(token)).Sequence;
        return last > end ? new(end + 1, "was put in by hand after the end of the trail") : null;
    }

    private Task<AuditHead> HeadAsync(CancellationToken token) => db.AuditHeads.AsNoTracking().SingleAsync(token);
}
