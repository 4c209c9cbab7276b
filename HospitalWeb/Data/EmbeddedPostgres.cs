using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace HospitalWeb.Data;

/// <summary>
/// A PostgreSQL server of our own, which starts and stops with the program and is reached by a socket that only its owner may enter: no port, no password.
/// A command that finds the hospital running joins its server instead of starting another.
/// </summary>
public sealed class EmbeddedPostgres(EmbeddedPostgresOptions options) : IHostedLifecycleService, IAsyncDisposable
{
    private const string Superuser = "hospital";
    // sockaddr_un holds 108 bytes, with the closing zero.
    private const int LongestSocketPath = 107;

    // A shell stands between the program and the server. However the program ends, the shell's input closes and it stops the server.
    private const string Keeper = """
        exec 3<&0
        trap '' INT HUP TERM
        startup=$1
        shift
        "$@" 3<&- >"$startup" 2>&1 &
        server=$!
        { read -r _ <&3; kill -INT $server; } &
        reader=$!
        wait $server
        kill $reader 2>&-
        """;

    private readonly Lazy<PostgresInstallation> postgres = new(() => PostgresInstallation.Find(options));
    private Process? keeper;
    private string? folder;

    // A data folder belongs to one major version of PostgreSQL; where the server's user cannot reach it, a folder of the same name in the staging area stands in for it.
    public string Folder => folder ??= Path.Combine(Reachable(Path.GetFullPath(options.Data)), postgres.Value.MajorVersion);

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = SocketFolder, Database = database, Username = Superuser, ApplicationName = "HospitalWeb" }.ConnectionString;

    private string SocketFolder => Folder.Length + "/.s.PGSQL.5432".Length <= LongestSocketPath ? Folder : Path.Combine(Path.GetTempPath(), $"hospitalweb-{options.Tag}");

    // What the server says before its own log is open.
    private string StartupLog => Folder + ".startup.log";

    public async Task StartingAsync(CancellationToken token)
    {
        if (keeper is not null || await AnswersAsync(token)) return;

        if (!Directory.Exists(Folder)) await InitialiseAsync(token);
        await ForgetFormerServerAsync(token);
        if (SocketFolder != Folder) await postgres.Value.GiveFolderAsync(SocketFolder, token);

        string[] fastButUnsafe = options.Durable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
        keeper = Process.Start(new ProcessStartInfo("sh", ["-c", Keeper, "sh", StartupLog,
            .. postgres.Value.Command("postgres", ["-D", Folder, "-k", SocketFolder, "-c", "listen_addresses=", "-c", "logging_collector=on", "-c", "max_connections=300", .. fastButUnsafe])])
        {
            RedirectStandardInput = true,
        });
        await UntilReadyAsync(token);
    }

    public async Task StoppedAsync(CancellationToken token)
    {
        if (keeper is null) return;

        NpgsqlConnection.ClearAllPools();
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync(token);
        keeper.Dispose();
        keeper = null;
    }

    public async ValueTask DisposeAsync() => await StoppedAsync(CancellationToken.None);

    public Task StartAsync(CancellationToken token) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken token) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken token) => Task.CompletedTask;
    public Task StopAsync(CancellationToken token) => Task.CompletedTask;

    private string Reachable(string data)
    {
        Directory.CreateDirectory(data);
        return postgres.Value.CanReach(data) ? data : Path.Combine(options.Staging, options.Tag);
    }

    // Into a draft beside it, so that an interrupted initdb leaves nothing that looks finished.
    private async Task InitialiseAsync(CancellationToken token)
    {
        var draft = Folder + ".new";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        await postgres.Value.GiveFolderAsync(draft, token);
        await postgres.Value.RunAsync("initdb", ["-D", draft, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
            "--locale-provider=icu", "--icu-locale=und", "--no-instructions"], token);
        Directory.Move(draft, Folder);
    }

    // PostgreSQL clears a dead server's lock by itself, except when another process has been given its number meanwhile.
    private async Task ForgetFormerServerAsync(CancellationToken token)
    {
        var lockFile = Path.Combine(Folder, "postmaster.pid");
        for (var patience = Stopwatch.StartNew(); File.Exists(lockFile); await Task.Delay(50, token))
        {
            if (!int.TryParse(File.ReadLines(lockFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var owner)) continue;
            if (Process.GetProcesses().FirstOrDefault(process => process.Id == owner) is not { ProcessName: "postgres" }) File.Delete(lockFile);
            else if (patience.Elapsed > options.Patience) throw new InvalidOperationException($"Another server (process {owner}) is using {Folder} and does not answer.");
        }
    }

    private async Task UntilReadyAsync(CancellationToken token)
    {
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync(token); await Task.Delay(20, token))
            if (keeper!.HasExited || patience.Elapsed > options.Patience) throw new InvalidOperationException($"PostgreSQL did not start; {StartupLog} and {Folder}/log say why.");
    }

    private async Task<bool> AnswersAsync(CancellationToken token)
    {
        if (!File.Exists(Path.Combine(SocketFolder, ".s.PGSQL.5432"))) return false;
        try
        {
            await using var probe = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }.ConnectionString);
            await probe.OpenAsync(token);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
