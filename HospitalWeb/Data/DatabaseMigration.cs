using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HospitalWeb.Data;

/// <summary>Brings the schema up to this program's version when it starts; refuses a database that a newer program has already changed.</summary>
public sealed class DatabaseMigration(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        await db.BringUpAsync(token);
    }

    public Task StopAsync(CancellationToken token) => Task.CompletedTask;
}

/// <summary>Where the DBA applies migrations by hand: says what is missing instead of failing later on a page.</summary>
internal sealed class DatabaseCheck(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        await db.RefuseNewerAsync(token);
        if ((await db.Database.GetPendingMigrationsAsync(token)).ToList() is { Count: > 0 } pending)
            throw new InvalidOperationException($"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Apply them with \"database migrate\", or set Database:Migrate=true.");
    }

    public Task StopAsync(CancellationToken token) => Task.CompletedTask;
}

public static class MigrationHistory
{
    /// <summary>Makes the database if there is none, applies the migrations it lacks, and names them.</summary>
    public static async Task<IReadOnlyList<string>> BringUpAsync(this HospitalContext db, CancellationToken token)
    {
        await db.RefuseNewerAsync(token);
        // A migration makes it too, but not without telling of an error first.
        var server = db.GetService<IRelationalDatabaseCreator>();
        if (!await server.ExistsAsync(token)) await server.CreateAsync(token);
        var lacking = (await db.Database.GetPendingMigrationsAsync(token)).ToList();
        await db.Database.MigrateAsync(token);
        return lacking;
    }

    public static async Task RefuseNewerAsync(this HospitalContext db, CancellationToken token)
    {
        // Nothing there yet is no newer database; asking whether it is there is no error either.
        if (!await db.Database.CanConnectAsync(token) || !await db.GetInfrastructure().GetRequiredService<IHistoryRepository>().ExistsAsync(token)) return;

        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync(token)).FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
            throw new InvalidOperationException($"The database is newer than this program: it has the migration {newer}, which this program does not know. Start the newer program.");
    }
}
