using System.Security.Cryptography;
using HospitalWeb.Data;

namespace HospitalWeb.Audit;

/// <summary>
/// The key that seals the chain. It is never in the database: either the setting Audit:Key (base64, the same on every server),
/// or a file in the data folder made at the first start. Beside it lies the last head that this server has seen.
/// </summary>
public sealed class AuditKey(IConfiguration settings, IHostEnvironment host)
{
    private const int Length = 32;

    private readonly string folder = Path.Combine(DataFolder.Of(settings, host.ContentRootPath), "keys");
    private readonly Lock making = new();
    private byte[]? bytes;

    public byte[] Bytes
    {
        get { lock (making) return bytes ??= Configured() ?? FromFile(); }
    }

    public (long Sequence, byte[] Hash)? Remembered
    {
        get
        {
            if (!File.Exists(HeadFile)) return null;
            var parts = File.ReadAllText(HeadFile).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return (long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Convert.FromHexString(parts[1]));
        }
    }

    public bool IsReadableByOthers => !OperatingSystem.IsWindows() && Configured() is null && File.Exists(KeyFile)
        && (File.GetUnixFileMode(KeyFile) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;

    private string KeyFile => Path.Combine(folder, "audit.key");
    private string HeadFile => Path.Combine(folder, "audit.head");

    public void Remember(long sequence, byte[] hash)
    {
        MakeFolder();
        var draft = $"{HeadFile}.{Environment.ProcessId}";
        File.WriteAllText(draft, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sequence} {Convert.ToHexStringLower(hash)}\n"));
        File.Move(draft, HeadFile, overwrite: true);
    }

    private byte[]? Configured() => settings["Audit:Key"] is { Length: > 0 } text ? Convert.FromBase64String(text) : null;

    private byte[] FromFile()
    {
        if (!File.Exists(KeyFile)) Make(KeyFile);
        return Convert.FromBase64String(File.ReadAllText(KeyFile));
    }

    private void Make(string file)
    {
        MakeFolder();
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new StreamWriter(draft, options)) stream.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));

        // Two processes may start at once: the first key stays.
        try { File.Move(draft, file, overwrite: false); }
        catch (IOException) when (File.Exists(file)) { File.Delete(draft); }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
