using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Data;

/// <summary>The program as it runs in a hospital, in a process of its own, killed in the middle of its work.</summary>
public sealed class CrashTests(TestServer server) : IAsyncLifetime
{
    private readonly RunningProgram program = new(server);

    [Fact]
    public async Task Killed_in_the_middle_of_writing_it_starts_again_and_has_lost_nothing_it_acknowledged()
    {
        await program.StartAsync();
        await program.SetUpAsync();
        var acknowledged = new ConcurrentBag<string>();
        using var enough = new SemaphoreSlim(0);

        var desks = Enumerable.Range(0, 4).Select(desk => RegisterUntilTheEndAsync(desk, acknowledged, enough)).ToList();
        for (var registered = 0; registered < 25; registered++) Assert.True(await enough.WaitAsync(TimeSpan.FromMinutes(2)), "Nobody could be registered.");
        program.Kill();
        await Task.WhenAll(desks);

        await program.StartAsync();
        var kept = await program.TextsAsync("""SELECT "FamilyName" FROM "Patient" """);
        Assert.Equal([], acknowledged.Except(kept));
    }

    [Fact]
    public async Task A_command_joins_the_running_hospital_and_leaves_it_running()
    {
        await program.StartAsync();

        var done = await program.CommandAsync("database", "migrate");

        Assert.Equal((0, "The database is up to date."), done);
        Assert.Equal("Healthy", await program.Client().GetStringAsync("/health/ready"));
    }

    private async Task RegisterUntilTheEndAsync(int desk, ConcurrentBag<string> acknowledged, SemaphoreSlim enough)
    {
        var browser = await program.SignedInAsync();
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

    public ValueTask InitializeAsync()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("This is about the embedded database.");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
