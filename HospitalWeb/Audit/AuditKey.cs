using HospitalWeb.Security.Encryption;

namespace HospitalWeb.Audit;

/// <summary>
/// The key that seals the chain. It is never in the database: either the setting Audit:Key (base64, the same on every server),
/// or a file in the data folder made at the first start. Beside it lies the last head that this server has seen.
/// </summary>
public sealed class AuditKey(IConfiguration settings, IHostEnvironment host)
{
    private readonly KeyFile file = new(settings, host, "Audit:Key", "audit.key");

    public byte[] Bytes => file.Bytes;

    public (long Sequence, byte[] Hash)? Remembered
    {
        get
        {
            if (!File.Exists(HeadFile)) return null;
            var parts = File.ReadAllText(HeadFile).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return (long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Convert.FromHexString(parts[1]));
        }
    }

    public bool IsReadableByOthers => file.IsReadableByOthers;

    private string HeadFile => Path.Combine(file.Folder, "audit.head");

    public void Remember(long sequence, byte[] hash)
    {
        file.MakeFolder();
        var draft = $"{HeadFile}.{Environment.ProcessId}";
        File.WriteAllText(draft, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sequence} {Convert.ToHexStringLower(hash)}\n"));
        File.Move(draft, HeadFile, overwrite: true);
    }
}
