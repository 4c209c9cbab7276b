using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HospitalWeb.Data;

/// <summary>What the two databases say differently, said once.</summary>
public static class ProviderDifferences
{
    private const int SqlServerUniqueIndex = 2601, SqlServerUniqueConstraint = 2627, SqlServerConstraint = 547, SqlServerDeadlock = 1205;

    /// <summary>A unique key, index or primary key refused the row.</summary>
    public static bool IsUniqueViolation(this DbUpdateException failure) => failure.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sqlServer => sqlServer.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
        _ => false,
    };

    /// <summary>A CHECK constraint refused the row.</summary>
    public static bool IsCheckViolation(this Exception failure) => (failure is DbUpdateException ? failure.InnerException : failure) switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.CheckViolation,
        SqlException sqlServer => sqlServer.Number == SqlServerConstraint,
        _ => false,
    };

    /// <summary>The database gave up on one of two transactions that waited for each other; it may be tried again.</summary>
    public static bool IsDeadlock(this Exception failure) => (failure is DbUpdateException ? failure.InnerException : failure) switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqlException sqlServer => sqlServer.Number == SqlServerDeadlock,
        _ => false,
    };

    /// <summary>Waits until nobody else holds the lock of this name; it is held until the current transaction ends.</summary>
    public static async Task LockAsync(this HospitalContext db, string name, CancellationToken token = default)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A lock lasts as long as its transaction: begin one first.");

        if (db.Database.IsSqlServer())
            await db.Database.ExecuteSqlAsync($"EXEC sp_getapplock @Resource = {name}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 30000", token);
        else
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", token);
    }
}
