using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Support;

/// <summary>What every table holds, as a hash for each: two of them say whether anything was changed between.</summary>
internal static class RowHashes
{
    // Looking is written down, and that is all that looking may write.
    private static readonly string[] Written = ["AuditEntry", "AuditHead", "AuditCheck", "JobRun", "DataProtectionKey"];

    public static Task<Dictionary<string, string>> HashesAsync(this HospitalApp app) => app.UsingDb(async db =>
    {
        Dictionary<string, string> hashes = [];
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Except(Written).Order())
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = db.Database.IsSqlServer() ? $"SELECT * FROM \"{table}\" FOR JSON PATH" : $"SELECT t::text FROM \"{table}\" t ORDER BY t::text";
            await using var rows = await command.ExecuteReaderAsync();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            while (await rows.ReadAsync()) hash.AppendData(Encoding.UTF8.GetBytes(rows.GetString(0)));
            hashes[table] = Convert.ToHexString(hash.GetHashAndReset());
        }

        return hashes;
    });

    public static IEnumerable<string> ChangedSince(this Dictionary<string, string> now, Dictionary<string, string> before) => now.Where(table => before[table.Key] != table.Value).Select(table => table.Key);
}
