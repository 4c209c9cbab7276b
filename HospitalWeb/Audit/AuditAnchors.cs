using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Data;

namespace HospitalWeb.Audit;

/// <summary>Where the trail ended at some moment, written down where no database reaches.</summary>
public sealed record AuditAnchor(DateTimeOffset At, long Sequence, string Hash);

/// <summary>
/// Files that only grow, one a month, a line an hour: when, which entry was the last, its hash, and a seal on the three.
/// Against them a trail is found out that was cut off, or a whole database that was put back as it once was. Audit:Anchors names another folder, such as one on another machine.
/// </summary>
public sealed class AuditAnchors(IConfiguration settings, IHostEnvironment host, AuditKey key)
{
    private const int Parts = 4;

    public string Folder { get; } = settings["Audit:Anchors"] is { Length: > 0 } given ? given : Path.Combine(DataFolder.Of(settings, host.ContentRootPath), "anchors");

    public async Task AppendAsync(DateTimeOffset at, long sequence, byte[] hash, CancellationToken token)
    {
        Directory.CreateDirectory(Folder);
        var line = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {sequence} {Convert.ToHexStringLower(hash)}");
        await File.AppendAllTextAsync(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM}.anchors")), $"{line} {Seal(line)}\n", token);
    }

    /// <summary>Every anchor there is, and the file and line of the first that is not ours.</summary>
    public (IReadOnlyList<AuditAnchor> Anchors, string? Forged) Read()
    {
        List<AuditAnchor> anchors = [];
        if (!Directory.Exists(Folder)) return (anchors, null);

        foreach (var file in Directory.EnumerateFiles(Folder, "*.anchors").Order(StringComparer.Ordinal))
        {
            // A last line without its end was broken off with the machine.
            var lines = File.ReadAllText(file).Split('\n')[..^1];
            foreach (var (number, line) in lines.Index())
                if (Parsed(line) is { } anchor) anchors.Add(anchor);
                else return (anchors, $"line {number + 1} of {Path.GetFileName(file)}");
        }

        return (anchors, null);
    }

    private AuditAnchor? Parsed(string line) => line.Split(' ') is { Length: Parts } parts && parts[^1] == Seal(string.Join(' ', parts[..^1]))
        ? new(DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])
        : null;

    private string Seal(string line) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"anchor {line}")));
}
