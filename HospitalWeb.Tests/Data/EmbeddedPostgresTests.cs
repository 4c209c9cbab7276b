using HospitalWeb.Data;
using HospitalWeb.Tests.Support;
using Npgsql;

namespace HospitalWeb.Tests.Data;

public sealed class EmbeddedPostgresTests(TestServer server) : IDisposable
{
    // Nobody else may enter a folder made this way; as root, the server's own user needs the staging area.
    private readonly string folder = Directory.CreateTempSubdirectory("hospital-embedded-").FullName;
    private readonly string staging = Path.Combine(Path.GetTempPath(), $"hospital-staging-{Guid.NewGuid():N}");

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using (var first = await Started()) await Run(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");

        await using var second = await Started();

        Assert.Equal(7, await Run(second, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task A_lock_left_by_a_dead_server_is_forgotten_even_when_its_number_lives_on()
    {
        string data;
        await using (var first = await Started()) data = first.Folder;
        await File.WriteAllTextAsync(Path.Combine(data, "postmaster.pid"), $"{Environment.ProcessId}\n{data}\n");

        await using var second = await Started();

        Assert.Equal(1, await Run(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_second_program_joins_the_running_server_and_leaves_it_running()
    {
        await using var running = await Started();

        await using (var joined = await Started()) Assert.Equal(1, await Run(joined, "SELECT 1"));

        Assert.Equal(2, await Run(running, "SELECT 2"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_and_closed_to_others_does_not_matter()
    {
        var deep = Path.Combine(new string('x', 60), new string('y', 60));

        await using var postgres = await Started(deep);

        Assert.Equal(1, await Run(postgres, "SELECT 1"));
    }

    private async Task<EmbeddedPostgres> Started(string below = "")
    {
        var postgres = new EmbeddedPostgres(server.Options with { Data = Path.Combine(folder, below), Staging = Path.Combine(staging, below) });
        await postgres.StartingAsync(CancellationToken.None);
        return postgres;
    }

    private static async Task<object?> Run(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString("postgres"));
        await connection.OpenAsync();
        return await new NpgsqlCommand(sql, connection).ExecuteScalarAsync();
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
    }
}
