using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>Tries to sign in that have not succeeded, under one name.</summary>
[NotAudited]
public sealed class SignInTries
{
    /// <summary>From the fifth on each failed try closes the name for twice as long, from 5 minutes to an hour; never for ever, or anybody could shut a doctor out.</summary>
    public const int FreeTries = 5;

    /// <summary>An account's id; for names that nobody has, one of a fixed number of places, so that made-up names cannot fill the table.</summary>
    public required Guid Id { get; init; }
    public required int Failed { get; init; }
    public DateTimeOffset? ClosedUntil { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>
/// Counts tries in the database, whatever way they come (password, code of the app, recovery code, unlocking) and whatever cookies they bring.
/// A try is counted before it is looked at, so that a hundred at once are a hundred tries, and by itself, whatever becomes of the page.
/// </summary>
public sealed class SignInThrottle(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int PlacesOfUnknownNames = 4096;
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public static Guid PlaceOf(string unknownName)
    {
        var place = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(unknownName.ToUpperInvariant()))) % PlacesOfUnknownNames;
        return new Guid(place, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>Takes one try; false when the name is closed for now, whatever the password.</summary>
    public async Task<bool> TakeAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        var now = time.GetUtcNow();
        // Whoever is first makes the row and all count in it; one who succeeds takes it away again, even between the two looks of another.
        while (!await TakeOneAsync(db, id, now))
        {
            if (await db.SignInTries.AnyAsync(t => t.Id == id && t.ClosedUntil > now)) return false;
            if (await BeginAsync(db, new() { Id = id, Failed = 1, LastAt = now })) return true;
        }
        return true;
    }

    private static async Task<bool> BeginAsync(HospitalContext db, SignInTries first)
    {
        db.Add(first);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            db.Entry(first).State = EntityState.Detached;
            return false;
        }
    }

    public async Task SucceededAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HospitalContext>().SignInTries.Where(t => t.Id == id).ExecuteDeleteAsync();
    }

    private static async Task<bool> TakeOneAsync(HospitalContext db, Guid id, DateTimeOffset now)
    {
        var forgotten = now - Forgotten;
        return await db.SignInTries.Where(t => t.Id == id && (t.ClosedUntil == null || t.ClosedUntil <= now)).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.Failed, x => x.LastAt < forgotten ? 1 : x.Failed + 1)
            .SetProperty(x => x.LastAt, now)
            .SetProperty(x => x.ClosedUntil, x => x.LastAt < forgotten || x.Failed + 1 < SignInTries.FreeTries ? null
                : x.Failed + 1 == SignInTries.FreeTries ? now.AddMinutes(5)
                : x.Failed == SignInTries.FreeTries ? now.AddMinutes(10)
                : x.Failed == SignInTries.FreeTries + 1 ? now.AddMinutes(20)
                : x.Failed == SignInTries.FreeTries + 2 ? now.AddMinutes(40)
                : now.AddMinutes(60))) == 1;
    }
}
