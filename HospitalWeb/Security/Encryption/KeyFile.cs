using System.Security.Cryptography;
using HospitalWeb.Data;

namespace HospitalWeb.Security.Encryption;

/// <summary>A secret of 32 bytes that is never in the database: a setting (base64, the same on every server), or a file in the data folder made at the first start.</summary>
public sealed class KeyFile(IConfiguration settings, IHostEnvironment host, string setting, string name)
{
    public const int Length = 32;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly Lock making = new();
    private byte[]? bytes;

    public string Folder { get; } = Path.Combine(DataFolder.Of(settings, host.ContentRootPath), "keys");
    public string File => Path.Combine(Folder, name);
    public bool IsConfigured => settings[setting] is { Length: > 0 };

    public byte[] Bytes
    {
        get { lock (making) return bytes ??= IsConfigured ? Convert.FromBase64String(settings[setting]!) : FromFile(); }
    }

    public bool IsReadableByOthers => !OperatingSystem.IsWindows() && !IsConfigured && System.IO.File.Exists(File) && (System.IO.File.GetUnixFileMode(File) & Others) != 0;

    public void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
        else Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private byte[] FromFile()
    {
        if (!System.IO.File.Exists(File)) Make();
        return Convert.FromBase64String(System.IO.File.ReadAllText(File));
    }

    private void Make()
    {
        MakeFolder();
        var draft = $"{File}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new StreamWriter(draft, options)) stream.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));

        // Two processes may start at once: the first key stays.
        try { System.IO.File.Move(draft, File, overwrite: false); }
        catch (IOException) when (System.IO.File.Exists(File)) { System.IO.File.Delete(draft); }
    }
}
