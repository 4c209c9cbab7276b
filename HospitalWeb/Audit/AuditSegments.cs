using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Audit;

/// <summary>Seals each month that is over and has entries, oldest first.</summary>
public sealed class AuditSegments(HospitalContext db, AuditKey key, TimeProvider time)
{
    // Servers' clocks may differ a little; a month is over when it is over on all of them.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async Task SealAsync(CancellationToken token)
    {
        while (await NextAsync(token) is { } segment)
        {
            db.Add(segment);
            await db.SaveChangesAsync(token);
        }
    }

    private async Task<AuditSegment?> NextAsync(CancellationToken token)
    {
        var before = await db.AuditSegments.AsNoTracking().OrderByDescending(segment => segment.Month).FirstOrDefaultAsync(token);
        var start = before?.LastSequence ?? 0;
        var first = await db.AuditEntries.Where(entry => entry.Sequence > start).OrderBy(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.At }).FirstOrDefaultAsync(token);
        if (first is null) return null;

        var day = DateOnly.FromDateTime(first.At.UtcDateTime);
        var month = new DateOnly(day.Year, day.Month, 1);
        if (before is not null && month <= before.Month) month = before.Month.AddMonths(1);
        var end = AuditSegment.EndOf(month);
        if (end + Grace > time.GetUtcNow()) return null;

        var last = await db.AuditEntries.Where(entry => entry.Sequence > start && entry.At < end).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Hash }).FirstAsync(token);
        var segment = new AuditSegment
        {
            Month = month, FirstSequence = first.Sequence, LastSequence = last.Sequence, Count = last.Sequence - first.Sequence + 1,
            Hash = last.Hash, PreviousSeal = before?.Seal ?? [], Seal = [],
        };
        segment.Seal = AuditSeal.Of(segment, key.Bytes);
        return segment;
    }
}
