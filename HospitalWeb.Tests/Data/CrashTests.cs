using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Tests.Support;
using Npgsql;

namespace HospitalWeb.Tests.Data;

/// <summary>The program as it runs in a hospital, in a process of its own, killed in the middle of its work.</summary>
public sealed class CrashTests(TestServer server) : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"hospital-crash-{Guid.NewGuid():N}");
    private Process? program;
    private string address = "", code = "";

    [Fact]
    public async Task Killed_in_the_middle_of_writing_it_starts_again_and_has_lost_nothing_it_acknowledged()
    {
        await StartAsync();
        await SetUpWithAReceptionistAsync();
        var acknowledged = new ConcurrentBag<string>();
        using var enough = new SemaphoreSlim(0);

        var desks = Enumerable.Range(0, 4).Select(desk => RegisterUntilTheEndAsync(desk, acknowledged, enough)).ToList();
        for (var registered = 0; registered < 25; registered++) Assert.True(await enough.WaitAsync(TimeSpan.FromMinutes(2)), "Nobody could be registered.");
        program!.Kill();
        await Task.WhenAll(desks);

        await StartAsync();
        var kept = await FamilyNamesAsync();
        Assert.Equal([], acknowledged.Except(kept));
    }

    [Fact]
    public async Task A_command_joins_the_running_hospital_and_leaves_it_running()
    {
        await StartAsync();

        using var command = Process.Start(Program(["database", "migrate"]))!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();

        Assert.Equal((0, "The database is up to date."), (command.ExitCode, said.Trim()));
        Assert.Equal("Healthy", await Client().GetStringAsync("/health/ready"));
    }

    private async Task RegisterUntilTheEndAsync(int desk, ConcurrentBag<string> acknowledged, SemaphoreSlim enough)
    {
        var browser = await SignedInAsync();
        try
        {
            for (var i = 0; ; i++)
            {
                var name = $"{(char)('A' + desk)}{Spelled(i)}";
                var form = await browser.Open("/reception/patients/new");
                var registered = await form.Submit(("Input.FamilyName", name), ("Input.BirthDate", new DateOnly(1950, 1, 1).AddDays((31 * i) + desk).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Sex", "Female"));
                if (registered.Status != HttpStatusCode.OK) throw new InvalidOperationException($"{registered.Status} {registered.Errors}");

                acknowledged.Add(name);
                enough.Release();
            }
        }
        catch (HttpRequestException)
        {
            // The program was killed: what had been acknowledged until now is what counts.
        }
    }

    // Names that do not look alike.
    private static string Spelled(int number) => string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => "bodafikuwemypiruzexaqotu".Substring((digit - '0') * 2, 2)));

    private async Task SetUpWithAReceptionistAsync()
    {
        var setUp = await new Browser(Client()).Open("/set-up");
        await setUp.Submit(("Input.Code", code), ("Input.HospitalName", "Crash Hospital"), ("Input.TimeZone", "Europe/London"), ("Input.Currency", "GBP"),
            ("Input.AdministratorName", "Ann Archer"), ("Input.AdministratorEmail", "ann@crash.example"), ("Input.Password", "fifteen letters at least"));
        await using var connection = await ConnectionAsync();
        await using var command = new NpgsqlCommand("""INSERT INTO "AccountRole" ("UserId", "RoleId", "Version") SELECT u."Id", r."Id", gen_random_uuid() FROM "Account" u, "Role" r WHERE r."Name" = 'Receptionist'""", connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        await using var relaxed = new NpgsqlCommand("""UPDATE "Role" SET "NeedsSecondFactor" = false""", connection);
        await relaxed.ExecuteNonQueryAsync();
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(Client());
        await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "ann@crash.example"), ("Input.Password", "fifteen letters at least"));
        return browser;
    }

    private async Task<List<string>> FamilyNamesAsync()
    {
        await using var connection = await ConnectionAsync();
        await using var command = new NpgsqlCommand("""SELECT "FamilyName" FROM "Patient" """, connection);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    }

    private async Task<NpgsqlConnection> ConnectionAsync()
    {
        // A pooled connection would outlive the server it was made to.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(new EmbeddedPostgres(server.Options with { Data = Path.Combine(data, "postgres") }).ConnectionString("hospital")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private HttpClient Client() => new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = new(address) };

    private async Task StartAsync()
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

    private ProcessStartInfo Program(string[] arguments) =>
        new("dotnet", [typeof(Command).Assembly.Location, .. arguments, "--contentRoot", Path.Combine(TestServer.Repository, "HospitalWeb"), "--environment", "Development"])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOSPITAL_DATA"] = data, ["Jobs__Run"] = "false" },
        };

    public ValueTask InitializeAsync()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("This is about the embedded database.");
        return ValueTask.CompletedTask;
    }

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
        Directory.Delete(data, recursive: true);
    }
}
