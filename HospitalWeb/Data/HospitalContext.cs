using HospitalWeb.Data.Encryption;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HospitalWeb.Data;

/// <summary>
/// The hospital's data. Each feature adds its own sets and named queries beside its mapping, in Data/&lt;Feature&gt;;
/// what differs between the two databases is settled in the conventions here and nowhere else.
/// </summary>
public abstract class HospitalContext(DbContextOptions options) : IdentityDbContext<Account, AccountRole, Guid>(options)
{
    // Identity asks the host's services which tables to make; a context made without a host must come to the same model.
    private static readonly IServiceProvider Hostless = new ServiceCollection().Configure<IdentityOptions>(SignIn.Configure).BuildServiceProvider();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(EncryptedRows.Instance, VersionStamp.Instance, EncryptedQueries.Instance);
        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null) options.UseApplicationServiceProvider(Hostless);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(HospitalContext).Assembly);
        model.ApplyHouseConventions(Database.IsSqlServer());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.AddHouseConventions();
}

public sealed class PostgresHospitalContext(DbContextOptions<PostgresHospitalContext> options) : HospitalContext(options);

public sealed class SqlServerHospitalContext(DbContextOptions<SqlServerHospitalContext> options) : HospitalContext(options);
