using HospitalWeb.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HospitalWeb;

/// <summary>What a DBA asks for: the DDL to review, and its application.</summary>
internal static class DatabaseCommands
{
    public static Task<int> ScriptAsync(IServiceProvider services, string[] arguments, CancellationToken token)
    {
        if (arguments is not [{ } name] || !Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || provider == DatabaseProvider.Embedded)
        {
            Console.Error.WriteLine("Say which database: database script SqlServer, or database script Postgres.");
            return Task.FromResult(2);
        }

        using HospitalContext db = provider == DatabaseProvider.SqlServer
            ? new SqlServerHospitalContext(new DbContextOptionsBuilder<SqlServerHospitalContext>().UseSqlServer("Server=.", server => server.UseCompatibilityLevel(HospitalDatabase.SqlServerCompatibility)).Options)
            : new PostgresHospitalContext(new DbContextOptionsBuilder<PostgresHospitalContext>().UseNpgsql("Host=.").Options);
        Console.Out.Write(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        return Task.FromResult(0);
    }

    public static async Task<int> MigrateAsync(IServiceProvider services, string[] arguments, CancellationToken token)
    {
        var applied = await services.GetRequiredService<HospitalContext>().BringUpAsync(token);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    }
}
