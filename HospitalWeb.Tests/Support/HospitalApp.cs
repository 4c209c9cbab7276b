using System.Data.Common;
using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HospitalWeb.Tests.Support;

/// <summary>The whole program on a database of its own: one for each test class.</summary>
public sealed class HospitalApp(TestServer server) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public TestClock Clock { get; } = new();
    public CommandCount Commands { get; } = new();
    public string Database { get; private set; } = "";
    /// <summary>Settings of this class's program, set before it starts.</summary>
    public Dictionary<string, string> Settings { get; } = [];
    /// <summary>What this class's program has differently, set before it starts.</summary>
    public List<Action<IServiceCollection>> Changes { get; } = [];

    // Each program keeps its own letters and its own memory of the audit trail's end; copies of one database need one key.
    private static readonly string AuditKey = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
    public const string MasterKey = "q7vJ5mB0o4p3l2H8yR1sT6uW9xZcVbNaKdFgHjLeQwE=";
    private readonly string dataFolder = server.DataFolderOfItsOwn();

    public async ValueTask InitializeAsync()
    {
        if (Database == "") Database = await server.CopyAsync();
    }

    public void UseDatabase(string connection) => Database = connection;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", server.Provider.ToString());
        builder.UseSetting("Database:Migrate", "true");
        builder.UseSetting("ConnectionStrings:Hospital", Database);
        builder.UseSetting("Jobs:Run", "false");
        builder.UseSetting("Limits:Run", "false");
        builder.UseSetting("HOSPITAL_DATA", dataFolder);
        builder.UseSetting("Audit:Key", AuditKey);
        // What costs a guesser a quarter of a second would cost a run of all tests minutes.
        builder.UseSetting("Passwords:Rounds", "1000");
        builder.UseSetting("Encryption:MasterKey", MasterKey);
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, SaveBudget>();
            services.Configure<LoggerFilterOptions>(log => log.MinLevel = LogLevel.Error);
            services.ConfigureDbContext<PostgresHospitalContext>(db => db.AddInterceptors(ShadowTranslation.Instance, Commands));
            services.ConfigureDbContext<SqlServerHospitalContext>(db => db.AddInterceptors(Commands));
            foreach (var change in Changes) change(services);
            services.AddAuthentication(HeaderSignIn.Choice)
                .AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.ByHeader, null)
                .AddPolicyScheme(HeaderSignIn.Choice, null, options => options.ForwardDefaultSelector = HeaderSignIn.Choose);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (server.Provider == DatabaseProvider.Postgres && Database != "") NpgsqlConnection.ClearPool(new(Database));
    }

    public async Task UsingDb(Func<HospitalContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<HospitalContext>());
    }

    public async Task<T> UsingDb<T>(Func<HospitalContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<HospitalContext>());
    }

    /// <summary>Most tests are not about whose patient somebody is: their staff opens any chart. Those that are take it away again.</summary>
    public async Task OpenAnyChartAsync(bool open)
    {
        Role[] departments = [Role.Doctor, Role.Nurse, Role.Pharmacist, Role.LabTechnician, Role.BillingClerk, Role.WardManager];
        await GrantAsync(Permission.OpenAnyChart, open, departments);
    }

    /// <summary>Gives these roles one permission, or takes it away.</summary>
    public async Task GrantAsync(Permission permission, bool granted, params Role[] to)
    {
        await UsingDb(async db =>
        {
            foreach (var role in (await db.Roles.ToListAsync()).Where(role => to.Any(one => role.Name == one.ToString())))
                role.Grant([.. role.Grants.Permissions.Except([permission]), .. granted ? [permission] : Array.Empty<Permission>()]);
            await db.SaveChangesAsync();
        });
        Services.GetRequiredService<RolePermissions>().Forget();
    }

    /// <summary>Once all is done that is done after the answers.</summary>
    public Task Settled() => Services.GetRequiredService<Afterwards>().WhenDoneAsync();

    /// <summary>Adds rows and saves them.</summary>
    public Task Save(params object[] rows) => UsingDb(db => { db.AddRange(rows); return db.SaveChangesAsync(); });
}

/// <summary>Stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
    public override long GetTimestamp() => Now.UtcTicks;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}

/// <summary>Counts what requests ask of the database.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private readonly List<string> commands = [];

    public void Clear()
    {
        lock (commands) commands.Clear();
    }

    public int Count
    {
        get
        {
            lock (commands) return commands.Count;
        }
    }

    public override string ToString()
    {
        lock (commands) return string.Join("\n\n", commands);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result) => Add(command, result);
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken token = default) => new(Add(command, result));
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result) => Add(command, result);
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken token = default) => new(Add(command, result));
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<object> result, CancellationToken token = default) => new(Add(command, result));

    private T Add<T>(DbCommand command, T result)
    {
        if (SaveBudget.Count(command.CommandText))
            lock (commands) commands.Add(command.CommandText);
        return result;
    }
}
