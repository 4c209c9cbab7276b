using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Support;

/// <summary>The database as somebody sees and changes it who goes around the program.</summary>
internal static class RawSql
{
    public static Task<string> RawAsync(this HospitalApp app, string sql) => app.UsingDb(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlServer() ? sql.Replace("::text", "", StringComparison.Ordinal) : sql;
        return (string)(await command.ExecuteScalarAsync())!;
    });

    public static Task RunRawAsync(this HospitalApp app, string sql) => app.UsingDb(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>As whoever owns the database could, who takes the table's guards away for a moment.</summary>
    public static Task PastGuardsAsync(this HospitalApp app, string table, string sql) => app.UsingDb(db => db.Database.ExecuteSqlRawAsync(db.Database.IsSqlServer()
        ? $"DISABLE TRIGGER ALL ON \"{table}\"; {sql}; ENABLE TRIGGER ALL ON \"{table}\""
        : $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER; {sql}; ALTER TABLE \"{table}\" ENABLE TRIGGER USER"));

    /// <summary>Two rows change what they hold in this column.</summary>
    public static async Task SwapAsync(this HospitalApp app, string table, string column, Guid one, Guid two)
    {
        var (first, second) = (await app.RawAsync(Select(one)), await app.RawAsync(Select(two)));
        await app.RunRawAsync($"UPDATE \"{table}\" SET \"{column}\" = '{second}' WHERE \"Id\" = '{one}'");
        await app.RunRawAsync($"UPDATE \"{table}\" SET \"{column}\" = '{first}' WHERE \"Id\" = '{two}'");

        string Select(Guid id) => $"SELECT \"{column}\" FROM \"{table}\" WHERE \"Id\" = '{id}'";
    }
}
