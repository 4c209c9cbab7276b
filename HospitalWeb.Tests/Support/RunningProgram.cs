using System.Diagnostics;
using HospitalWeb.Data;
using Npgsql;

namespace HospitalWeb.Tests.Support;

/// <summary>The program as it runs in a hospital, in a process of its own, with an embedded database of its own.</summary>
public sealed class RunningProgram(TestServer server) : IAsyncDisposable
{
    public const string Password = "fifteen letters at least";
    private readonly string data = Path.Combine(Path.GetTempPath(), $"hospital-process-{Guid.NewGuid():N}");
    private Process? program;
    private string address = "", code = "";

    public async Task StartAsync()
    {
        address = "";
        program = Process.Start(Program(["--urls", "http://127.0.0.1:0"]))!;
        List<string> said = [];
        while (address == "" && await program.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("set-up code ", StringComparison.Ordinal)) code = line.Split(' ')[^1];
            if (line.Contains("Now listening on: ", StringComparison.Ordinal)) address = line.Split(' ')[^1];
        }
        Assert.True(address != "", $"The program did not start:\n{string.Join('\n', said)}");
        _ = program.StandardOutput.ReadToEndAsync();
    }

    public void Kill() => program!.Kill();

    /// <summary>Runs a command beside the hospital: its exit code and what it printed.</summary>
    public async Task<(int Code, string Said)> CommandAsync(params string[] arguments)
    {
        using var command = Process.Start(Program(arguments))!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, said.Trim());
    }

    /// <summary>A hospital whose only account is administrator and receptionist in one.</summary>
    public async Task SetUpAsync()
    {
        var setUp = await new Browser(Client()).Open("/set-up");
        await setUp.Submit(("Input.Code", code), ("Input.HospitalName", "Crash Hospital"), ("Input.TimeZone", "Europe/London"), ("Input.Currency", "GBP"),
            ("Input.AdministratorName", "Ann Archer"), ("Input.AdministratorEmail", "ann@crash.example"), ("Input.Password", Password));
        Assert.Equal(1, await ExecuteAsync("""INSERT INTO "AccountRole" ("UserId", "RoleId", "Version") SELECT u."Id", r."Id", gen_random_uuid() FROM "Account" u, "Role" r WHERE r."Name" = 'Receptionist'"""));
        await ExecuteAsync("""UPDATE "Role" SET "NeedsSecondFactor" = false""");
    }

    public async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(Client());
        await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "ann@crash.example"), ("Input.Password", Password));
        return browser;
    }

    public HttpClient Client() => new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = new(address) };

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<List<string>> TextsAsync(string sql)
    {
        await using var connection = await ConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> texts = [];
        while (await rows.ReadAsync()) texts.Add(rows.GetString(0));
        return texts;
    }

    private async Task<NpgsqlConnection> ConnectionAsync()
    {
        // A pooled connection would outlive the server it was made to.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(new EmbeddedPostgres(server.Options with { Data = Path.Combine(data, "postgres") }).ConnectionString("hospital")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private ProcessStartInfo Program(string[] arguments) =>
        new("dotnet", [typeof(Command).Assembly.Location, .. arguments, "--contentRoot", Path.Combine(TestServer.Repository, "HospitalWeb"), "--environment", "Development"])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOSPITAL_DATA"] = data, ["Jobs__Run"] = "false" },
        };

    public async ValueTask DisposeAsync()
    {
        if (program is { HasExited: false })
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
        program?.Dispose();
        // The embedded server notices a moment later that its program is gone.
        var lockFile = Path.Combine(new EmbeddedPostgres(server.Options with { Data = Path.Combine(data, "postgres") }).Folder, "postmaster.pid");
        for (var patience = 0; File.Exists(lockFile) && patience < 100; patience++) await Task.Delay(100);
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
