using System.Text.RegularExpressions;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Encryption;

/// <summary>
/// Gives the hospital a new key and writes every encrypted field anew while it runs. Broken off, it goes on where it was;
/// the old key is retired once nothing is left that it wrote.
/// </summary>
public sealed class KeyRotation(HospitalContext db, KeyRing ring, TimeProvider clock)
{
    public async Task<int> RunAsync(TextWriter output, CancellationToken token)
    {
        var standing = await db.Set<DataKey>().Where(key => key.Purpose == KeyPurpose.Fields && key.RetiredAt == null).OrderBy(key => key.CreatedAt).ToListAsync(token);
        var (now, old) = standing.Count > 1 ? (ring.Current(KeyPurpose.Fields), standing[..^1]) : (ring.Turn(KeyPurpose.Fields), standing);
        if (standing.Count <= 1) ring.Turn(KeyPurpose.Audit);

        // By then every server of the hospital writes with the new key.
        await output.WriteLineAsync($"The key {now.Id} writes from now on.");
        await Task.Delay(KeyRing.FreshFor + TimeSpan.FromSeconds(1), token);

        var left = 0;
        foreach (var column in db.EncryptedColumns) left += await RewriteAsync(column, now, output, token);
        for (var sweep = 0; left > 0 && sweep < 3; sweep++)
        {
            left = 0;
            foreach (var column in db.EncryptedColumns) left += await RewriteAsync(column, now, TextWriter.Null, token);
        }

        if (left > 0)
        {
            await output.WriteLineAsync("Rows are still being written with the old key. Run this again.");
            return 1;
        }

        foreach (var key in old)
        {
            key.RetiredAt = clock.GetUtcNow();
            db.Record(AuditAction.Update, nameof(DataKey), key.Id, changes: null, reason: $"Retired; {now.Id} took its place");
        }

        await db.SaveChangesAsync(token);
        await output.WriteLineAsync($"Nothing needs {string.Join(", ", old.Select(key => key.Id))} any more.");
        return 0;
    }

    private async Task<int> RewriteAsync(EncryptedColumn column, DataKeyInUse now, TextWriter output, CancellationToken token)
    {
        var written = 0;
        await foreach (var page in db.CellsAsync(column, token))
        {
            var stale = page.Where(cell => FieldCipher.Fields().Matches(cell.Text).Any(field => field.Groups["key"].Value != now.Id)).ToList();
            if (stale.Count > 0) await db.RewriteAsync(column, stale.Select(cell => (cell, Anew(column.Place, now, cell))), token);
            written += stale.Count;
        }

        if (written > 0) await output.WriteLineAsync($"{column.Place}: {written} rows.");
        return written;
    }

    private static string Anew(string place, DataKeyInUse now, EncryptedCell cell) => FieldCipher.Fields().Replace(cell.Text, (Match field) =>
    {
        var (text, row) = FieldCipher.Open(place, field.Value);
        return FieldCipher.Seal(now, place, row, text);
    });
}
