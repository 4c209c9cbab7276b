using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HospitalWeb.Data;

/// <summary>The PostgreSQL programs of this machine, and the user they run as.</summary>
internal sealed record PostgresInstallation(string Binaries, string? RunAs)
{
    public string MajorVersion { get; private init; } = "";

    /// <summary>The first PostgreSQL that the server's user can run. The npm package's own is copied to where that user can reach it, if need be.</summary>
    public static PostgresInstallation Find(EmbeddedPostgresOptions options)
    {
        var runAs = Environment.IsPrivilegedProcess ? options.RunAs : null;
        return Candidates(options, runAs)
            .Where(folder => File.Exists(Path.Combine(folder, "postgres")))
            .Select(folder => Runnable(folder, runAs))
            .FirstOrDefault(found => found is not null)
            ?? throw new InvalidOperationException($"No PostgreSQL that {runAs ?? "this user"} can run. Run \"npm ci\" in database/embedded, or name the folder of one in EmbeddedPostgres:Binaries.");
    }

    public string[] Command(string program, params IEnumerable<string> arguments) => [.. As(RunAs), Path.Combine(Binaries, program), .. arguments];

    public Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken token) => Shell.RunAsync(Command(program, arguments), token);

    /// <summary>A folder that only the server's user may enter.</summary>
    public Task GiveFolderAsync(string folder, CancellationToken token) =>
        Shell.RunAsync(["install", "-d", "-m", "700", .. RunAs is null ? [] : new[] { "-o", RunAs }, folder], token);

    /// <summary>Whether the server's user can get into this folder, through every folder above it.</summary>
    public bool CanReach(string folder) => Shell.Succeeds([.. As(RunAs), "test", "-x", folder]);

    private static string[] As(string? user) => user is null ? [] : ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups", "--"];

    private static IEnumerable<string> Candidates(EmbeddedPostgresOptions options, string? runAs)
    {
        if (options.Binaries is { } configured) yield return Path.GetFullPath(configured);

        var package = Path.Combine(options.Packages, "@embedded-postgres", $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "native");
        yield return Path.Combine(package, "bin");
        if (runAs is not null && File.Exists(Path.Combine(package, "bin/postgres"))) yield return Path.Combine(Stage(package, options.Staging), "bin");

        if (!Directory.Exists("/usr/lib/postgresql")) yield break;
        foreach (var version in Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(v => int.TryParse(Path.GetFileName(v), CultureInfo.InvariantCulture, out var n) ? n : 0))
            yield return Path.Combine(version, "bin");
    }

    // Copied into a draft first: another process may be looking.
    private static string Stage(string package, string staging)
    {
        var version = File.GetLastWriteTimeUtc(Path.Combine(package, "bin/postgres")).Ticks;
        var staged = Path.Combine(staging, string.Create(CultureInfo.InvariantCulture, $"postgres-{version:x}"));
        if (Directory.Exists(staged)) return staged;

        Shell.RunAsync(["install", "-d", "-m", "755", staging], CancellationToken.None).GetAwaiter().GetResult();
        var draft = $"{staged}.{Environment.ProcessId}";
        Shell.RunAsync(["cp", "-a", package, draft], CancellationToken.None).GetAwaiter().GetResult();
        Shell.RunAsync(["chmod", "-R", "a+rX", draft], CancellationToken.None).GetAwaiter().GetResult();
        if (!Directory.Exists(staged)) Directory.Move(draft, staged);
        return staged;
    }

    // "postgres (PostgreSQL) 18.4" becomes "18".
    private static PostgresInstallation? Runnable(string folder, string? runAs)
    {
        var found = new PostgresInstallation(folder, runAs);
        return Shell.Answer(found.Command("postgres", "--version")) is { } version ? found with { MajorVersion = version.Split(' ')[2].Split('.')[0].Trim() } : null;
    }
}

/// <summary>Other programs, run to their end.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(string[] command, CancellationToken token)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{command[0]} failed: {await errors}");
    }

    public static bool Succeeds(string[] command) => Answer(command) is not null;

    public static string? Answer(string[] command)
    {
        try
        {
            return RunAsync(command, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
