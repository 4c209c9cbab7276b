using HospitalWeb.Data;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HospitalWeb.Tests.Data;

public sealed class MigrationTests(TestServer server)
{
    private static PostgresHospitalContext Postgres(string connection = "Host=.") => new(new DbContextOptionsBuilder<PostgresHospitalContext>().UseNpgsql(connection).Options);

    private static SqlServerHospitalContext SqlServer() =>
        new(new DbContextOptionsBuilder<SqlServerHospitalContext>().UseSqlServer("Server=.", s => s.UseCompatibilityLevel(HospitalDatabase.SqlServerCompatibility)).Options);

    [Fact]
    public void The_migrations_of_both_databases_say_what_the_model_says()
    {
        using var postgres = Postgres();
        using var sqlServer = SqlServer();

        Assert.False(postgres.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_script_for_the_DBA_can_be_run_again()
    {
        using var sqlServer = SqlServer();

        var script = sqlServer.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("IF NOT EXISTS", script);
        Assert.Contains("CREATE TABLE [Account]", script);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_refused()
    {
        if (server.Provider == DatabaseProvider.SqlServer) Assert.Skip("The newer migration is planted by PostgreSQL's own SQL.");
        await using var db = Postgres(await server.CopyAsync());
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0')""");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.RefuseNewerAsync(CancellationToken.None));

        Assert.Contains("FromTheFuture", refused.Message);
    }
}
