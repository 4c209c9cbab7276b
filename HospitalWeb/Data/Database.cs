using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HospitalWeb.Data;

public enum DatabaseProvider { Embedded, Postgres, SqlServer }

/// <summary>Which database this hospital keeps its data in, and how it is reached.</summary>
public sealed record HospitalDatabase(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>SQL Server 2022: JSON functions with paths and arrays.</summary>
    public const int SqlServerCompatibility = 160;

    private const int PreparedAtMost = 200, AskedBefore = 3;

    public bool IsSqlServer => Provider == DatabaseProvider.SqlServer;

    /// <summary>PostgreSQL plans a question that is asked again and again once for each connection, unless the connection says something else.</summary>
    public HospitalDatabase Prepared() => IsSqlServer || new NpgsqlConnectionStringBuilder(ConnectionString) is not { MaxAutoPrepare: 0 } plain
        ? this
        : this with { ConnectionString = new NpgsqlConnectionStringBuilder(plain.ConnectionString) { MaxAutoPrepare = PreparedAtMost, AutoPrepareMinUsages = AskedBefore }.ConnectionString };
}

public static class DatabaseServices
{
    public static HospitalDatabase AddHospitalDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Database");
        var provider = settings.GetValue("Provider", DatabaseProvider.Embedded);
        var database = new HospitalDatabase(provider, provider == DatabaseProvider.Embedded ? builder.AddEmbeddedPostgres() : Configured(builder.Configuration)).Prepared();
        RefusePartialBuild(database);

        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<DatabaseMigration>();
        builder.Services.AddScoped<RowSecurity>();
        if (database.IsSqlServer)
            builder.Services.AddDbContext<HospitalContext, SqlServerHospitalContext>((services, options) => options.UseHospital(database).AddInterceptors(Watchers(services)).AddInterceptors(services.GetRequiredService<RowSecurity>()));
        else
            builder.Services.AddDbContext<HospitalContext, PostgresHospitalContext>((services, options) => options.UseHospital(database).AddInterceptors(Watchers(services)).AddInterceptors(services.GetRequiredService<RowSecurity>()));

        if (settings.GetValue("Migrate", provider == DatabaseProvider.Embedded)) builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigration>());
        else builder.Services.AddHostedService<DatabaseCheck>();
        return database;
    }

    public static DbContextOptionsBuilder UseHospital(this DbContextOptionsBuilder options, HospitalDatabase database) => database.IsSqlServer
        ? options.UseSqlServer(database.ConnectionString, server => server.UseCompatibilityLevel(HospitalDatabase.SqlServerCompatibility))
        : options.UseNpgsql(database.ConnectionString);

    private static IEnumerable<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor> Watchers(IServiceProvider services) =>
        services.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.ISaveChangesInterceptor>();

    private static string Configured(ConfigurationManager configuration) => configuration.GetConnectionString("Hospital") is { Length: > 0 } given
        ? given
        : throw new InvalidOperationException("Set ConnectionStrings:Hospital to reach the database named by Database:Provider.");

    private static string AddEmbeddedPostgres(this WebApplicationBuilder builder)
    {
        var postgres = new EmbeddedPostgres(EmbeddedPostgresOptions.From(builder.Configuration, builder.Environment.ContentRootPath));
        builder.Services.AddSingleton(postgres);
        builder.Services.AddSingleton<IHostedService>(postgres);
        return postgres.ConnectionString("hospital");
    }

    private static void RefusePartialBuild(HospitalDatabase database)
    {
#if PARTIAL_FEED
        if (database.IsSqlServer && !Environment.GetCommandLineArgs().Any(argument => argument.EndsWith("ef.dll", StringComparison.Ordinal)) && Environment.GetEnvironmentVariable("HOSPITAL_DESIGN_TIME") is null)
            throw new InvalidOperationException("This build was made from a partial package feed: SQL Server support is incomplete. Build it again with every package to use SQL Server.");
#endif
    }
}
