using System.Reflection;
using HospitalWeb.Data;
using HospitalWeb.Domain.Facilities;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(HospitalWeb.Tests.Support.TestServer))]

namespace HospitalWeb.Tests.Support;

/// <summary>
/// One database server for the whole run, with a hospital that has been set up to copy from.
/// HOSPITAL_TEST_SQLSERVER=connection-string runs everything on that SQL Server instead of the embedded PostgreSQL.
/// </summary>
public sealed class TestServer : IAsyncLifetime
{
    private const string Template = "hospital_template";
    public static readonly string Repository = typeof(TestServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    private readonly string? sqlServer = Environment.GetEnvironmentVariable("HOSPITAL_TEST_SQLSERVER");
    private readonly EmbeddedPostgres postgres;
    private readonly SemaphoreSlim copying = new(1);
    private int copies, folders;

    public TestServer() => postgres = new(Options);

    public DatabaseProvider Provider => sqlServer is null ? DatabaseProvider.Postgres : DatabaseProvider.SqlServer;

    public EmbeddedPostgresOptions Options { get; } = new()
    {
        Packages = Path.Combine(Repository, "database/embedded/node_modules"),
        Data = Path.Combine(Path.GetTempPath(), $"hospital-tests-{Environment.ProcessId}"),
        Durable = false,
    };

    public async ValueTask InitializeAsync()
    {
        if (sqlServer is null)
        {
            await postgres.StartingAsync(CancellationToken.None);
            await SetUpAsync(ConnectionString(Template));
        }
    }

    /// <summary>A fresh database with the schema, the reference data and a hospital, and nothing else.</summary>
    public async Task<string> CopyAsync()
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref copies)}";
        if (sqlServer is not null)
        {
            await SetUpAsync(ConnectionString(name));
            return ConnectionString(name);
        }

        await copying.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(postgres.ConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {Template}", connection);
            await command.ExecuteNonQueryAsync();
            return ConnectionString(name);
        }
        finally
        {
            copying.Release();
        }
    }

    /// <summary>A data folder for one program.</summary>
    public string DataFolderOfItsOwn() => Path.Combine(Options.Data, $"var-{Interlocked.Increment(ref folders)}");

    /// <summary>An empty database: no schema, no hospital.</summary>
    public string Empty() => ConnectionString($"test_{Environment.ProcessId}_{Interlocked.Increment(ref copies)}");

    public async ValueTask DisposeAsync()
    {
        copying.Dispose();
        await postgres.DisposeAsync();
        if (Directory.Exists(Options.Data)) Directory.Delete(Options.Data, recursive: true);
    }

    // Starting the program once makes the schema, the roles and the reference data.
    private async Task SetUpAsync(string connection)
    {
        await using var app = new HospitalApp(this);
        app.UseDatabase(connection);
        await app.UsingDb(async db =>
        {
            db.Add(new Facility { Name = "St Testing's Hospital", TimeZone = "Europe/London", Currency = new("GBP"), Letterhead = new() { AddressLines = ["1 Test Street", "London"], Phone = "020 7946 0000" } });
            await db.SaveChangesAsync();
            await db.Roles.ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, false));
        });
        await app.OpenAnyChartAsync(true);
    }

    // Pooled connections would keep the template busy, and a busy database cannot be copied.
    private string ConnectionString(string database) => sqlServer is null
        ? new HospitalDatabase(DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(postgres.ConnectionString(database)) { Pooling = database != Template, MaxPoolSize = 80 }.ConnectionString).Prepared().ConnectionString
        : new SqlConnectionStringBuilder(sqlServer) { InitialCatalog = database }.ConnectionString;
}
