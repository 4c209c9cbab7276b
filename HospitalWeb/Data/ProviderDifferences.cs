using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HospitalWeb.Data;

/// <summary>What the two databases say differently, said once.</summary>
public static class ProviderDifferences
{
    private const int SqlServerUniqueIndex = 2601, SqlServerUniqueConstraint = 2627, SqlServerConstraint = 547, SqlServerOverflow = 8115, SqlServerDeadlock = 1205;

    /// <summary>A unique key, index or primary key refused the row.</summary>
    public static bool IsUniqueViolation(this DbUpdateException failure) => failure.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sqlServer => sqlServer.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
        _ => false,
    };

    /// <summary>A number is beyond what its column takes, or a CHECK constraint refused it.</summary>
    public static bool IsOutOfRange(this Exception failure) => (failure is DbUpdateException ? failure.InnerException : failure) switch
    {
        OverflowException => true,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NumericValueOutOfRange,
        // A foreign key has the same number as a CHECK constraint.
        SqlException sqlServer => sqlServer.Number == SqlServerOverflow || sqlServer.Number == SqlServerConstraint && sqlServer.Message.Contains("CHECK", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The database gave up on one of two transactions that waited for each other; it may be tried again.</summary>
    public static bool IsDeadlock(this Exception failure) => (failure is DbUpdateException ? failure.InnerException : failure) switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqlException sqlServer => sqlServer.Number == SqlServerDeadlock,
        _ => false,
    };

    /// <summary>Draws the next number of a series, beginning at 1, and keeps the series to this transaction until it ends.</summary>
    public static async Task<int> NextInSeriesAsync(this HospitalContext db, string series)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is drawn inside the transaction of its act: begin one first.");

        var drawn = db.Database.SqlQuery<int>(db.Database.IsSqlServer()
            ? $"""
               MERGE "NumberSeries" WITH (HOLDLOCK) AS s USING (SELECT {series} AS "Name") AS n ON s."Name" = n."Name"
               WHEN MATCHED THEN UPDATE SET "Last" = s."Last" + 1
               WHEN NOT MATCHED THEN INSERT ("Name", "Last", "Version") VALUES (n."Name", 1, NEWID())
               OUTPUT inserted."Last" AS "Value";
               """
            : (FormattableString)$"""
               INSERT INTO "NumberSeries" AS s ("Name", "Last", "Version") VALUES ({series}, 1, gen_random_uuid())
               ON CONFLICT ("Name") DO UPDATE SET "Last" = s."Last" + 1 RETURNING s."Last" AS "Value"
               """);
        return (await drawn.ToListAsync())[0];
    }
}
