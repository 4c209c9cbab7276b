using System.Security.Cryptography;
using System.Text;

namespace HospitalWeb.Data;

/// <summary>Where the embedded server's programs and data lie, and who it runs as.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder with postgres and initdb, when neither the npm package nor the system's own is wanted.</summary>
    public string? Binaries { get; init; }
    public required string Packages { get; init; }
    public required string Data { get; init; }
    /// <summary>PostgreSQL refuses to run as root; then it runs as this user.</summary>
    public string RunAs { get; init; } = "nobody";
    /// <summary>What that user must be able to reach lies here when the checkout or the data folder is closed to it.</summary>
    public string Staging { get; init; } = "/var/lib/hospitalweb";
    public bool Durable { get; init; } = true;
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A short name that belongs to this data folder alone.</summary>
    public string Tag => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(Data))))[..12];

    public static EmbeddedPostgresOptions From(IConfiguration settings, string contentRoot)
    {
        var section = settings.GetSection("EmbeddedPostgres");
        return new()
        {
            Binaries = section["Binaries"],
            Packages = Path.GetFullPath(section["Packages"] ?? "../database/embedded/node_modules", contentRoot),
            Data = Path.Combine(DataFolder.Of(settings, contentRoot), "postgres"),
            RunAs = section["RunAs"] ?? "nobody",
            Staging = section["Staging"] ?? "/var/lib/hospitalweb",
        };
    }
}

/// <summary>Everything this hospital keeps outside an external database: the embedded one, keys, unsent mail.</summary>
public static class DataFolder
{
    public static string Of(IConfiguration settings, string contentRoot) =>
        Directory.CreateDirectory(Path.GetFullPath(settings["HOSPITAL_DATA"] is { Length: > 0 } given ? given : "var", contentRoot)).FullName;
}
