using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Audit;

/// <summary>
/// Sealed months as files: one entry a line, and a last line with the month's seal and the signature of all before it.
/// A month leaves the database only when its file is there and whole and it is as old as it must be.
/// </summary>
public sealed class AuditArchive(HospitalContext db, AuditKey key, AuditRetention retention, TimeProvider time, IConfiguration settings, IHostEnvironment host)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private string Folder { get; } = settings["Audit:Archive"] is { Length: > 0 } given ? given : Path.Combine(DataFolder.Of(settings, host.ContentRootPath), "archive");

    /// <summary>The command.</summary>
    public async Task<int> RunAsync(TextWriter output, CancellationToken token)
    {
        Directory.CreateDirectory(Folder);
        foreach (var segment in await db.AuditSegments.AsNoTracking().OrderBy(segment => segment.Month).ToListAsync(token))
        {
            var file = FileOf(segment);
            if (!File.Exists(file))
            {
                await WriteAsync(segment, file, token);
                await output.WriteLineAsync(FormattableString.Invariant($"{file}: {segment.Count} entries."));
            }

            if (!segment.MayLeave(time.GetUtcNow(), retention.Years)) continue;
            if (!IsWhole(file, segment))
            {
                await output.WriteLineAsync($"{file} was changed or is not whole. Nothing was taken from the database.");
                return 1;
            }

            if (await RemoveAsync(segment, token) is > 0 and var removed) await output.WriteLineAsync(FormattableString.Invariant($"{removed} entries of {segment.Month:yyyy-MM} are now in the archive alone."));
        }

        return 0;
    }

    public string FileOf(AuditSegment segment) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"audit-{segment.Month:yyyy-MM}.jsonl"));

    public bool IsWhole(string file, AuditSegment segment)
    {
        using var signature = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
        var count = 0L;
        foreach (var line in File.ReadLines(file))
        {
            if (count == segment.Count) return JsonSerializer.Deserialize<Closing>(line, Json) is { } closing && closing.Seal.AsSpan().SequenceEqual(segment.Seal) && closing.Signature.AsSpan().SequenceEqual(signature.GetCurrentHash());
            signature.AppendData(Encoding.UTF8.GetBytes($"{line}\n"));
            count++;
        }

        return false;
    }

    private async Task WriteAsync(AuditSegment segment, string file, CancellationToken token)
    {
        using var signature = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
        var draft = $"{file}.{Guid.NewGuid():N}";
        await using (var writer = new StreamWriter(draft))
        {
            await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence >= segment.FirstSequence && entry.Sequence <= segment.LastSequence).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(token))
            {
                var line = $"{JsonSerializer.Serialize(entry, Json)}\n";
                signature.AppendData(Encoding.UTF8.GetBytes(line));
                await writer.WriteAsync(line);
            }

            await writer.WriteAsync($"{JsonSerializer.Serialize(new Closing(segment.Seal, signature.GetCurrentHash()), Json)}\n");
        }

        File.Move(draft, file);
    }

    private async Task<int> RemoveAsync(AuditSegment segment, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var removed = await db.AuditEntries.Where(entry => entry.Sequence >= segment.FirstSequence && entry.Sequence <= segment.LastSequence).ExecuteDeleteAsync(token);
        if (removed == 0) return 0;

        db.Record(AuditAction.Archive, nameof(AuditSegment), segment.Month.ToString("O", CultureInfo.InvariantCulture), reason: "Old enough to be kept in the archive alone.");
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return removed;
    }

    private sealed record Closing(byte[] Seal, byte[] Signature);
}
