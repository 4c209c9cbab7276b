using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Audit;

/// <summary>
/// Sign-ins under names that nobody has. An entry for each would let anybody fill the trail, so one entry in ten minutes tells how many there were.
/// The name itself is not kept, for it may be a password typed in the wrong box: its keyed hash says only whether it is the same name again.
/// </summary>
public sealed class UnknownNames(AuditKey key, IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Counts one more, for good, with as many commands as an entry about a known name takes.</summary>
    public async Task CountAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.UnknownNameCounts.ExecuteUpdateAsync(count => count.SetProperty(c => c.Untold, c => c.Untold + 1));
        await transaction.CommitAsync();
    }

    /// <summary>Writes the entry if it is due, in words about what was typed. Of two at once one does.</summary>
    public async Task TellAsync(Actor? actor, string kind, string typed, string whatItIsNot)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        var now = time.GetUtcNow();
        var due = now - Pause;
        var counts = db.UnknownNameCounts.Where(c => c.ToldAt <= due);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var tries = await counts.Select(c => c.Untold).SingleOrDefaultAsync();
        if (tries == 0 || await counts.ExecuteUpdateAsync(count => count.SetProperty(c => c.Untold, c => c.Untold - tries).SetProperty(c => c.ToldAt, now)) == 0) return;

        db.Record(AuditAction.SignInFailed, kind, Veil(typed), outcome: AuditOutcome.Refused, actor: actor,
            reason: tries == 1 ? $"{whatItIsNot}." : string.Create(CultureInfo.InvariantCulture, $"{whatItIsNot}; {tries} such tries since the last entry about them."));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private string Veil(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"name {name.Trim().ToUpperInvariant()}"))[..8]);
}
