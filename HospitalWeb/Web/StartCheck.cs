using System.Data.Common;
using System.Net;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Security.Passwords;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web;

/// <summary>What makes the program refuse to start rather than run unsafely, each in one sentence. In Development most is allowed.</summary>
public sealed class StartCheck(IServiceScopeFactory scopes, IConfiguration settings, IHostEnvironment environment, HospitalDatabase database, AuditKey key, MasterKey master, AuditRetention retention, TimeProvider time) : IHostedService
{
    private const int KeyBytes = 32;
    private static readonly TimeSpan ClockMayLag = TimeSpan.FromMinutes(5);
    private static readonly string[] AuditTriggers = ["AuditEntryStays", "AuditSegmentStays", "AuditHeadStays"];

    public async Task StartAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var faults = OfSettings().Concat(await OfDatabaseAsync(scope.ServiceProvider.GetRequiredService<HospitalContext>(), token)).ToList();
        if (faults.Count > 0) throw new InvalidOperationException($"The hospital does not start like this. {string.Join(' ', faults)}");
    }

    public Task StopAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Whether others than this machine can reach it.</summary>
    private bool IsReachable => Reach.Addresses(settings).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(address => BindingAddress.Parse(address).Host.Trim('[', ']'))
        .Any(host => !host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));

    private bool SpeaksHttps => Reach.Addresses(settings).Contains("https://", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> OfSettings()
    {
        if (Environment.Version.Major < 10) yield return $"The .NET runtime {Environment.Version} is older than 10.0: install the present one.";
        if (retention.IsTooShort) yield return $"Audit:RetentionYears is {retention.Asked}: the audit trail is kept at least {Domain.Audit.AuditSegment.YearsKeptAtLeast} years.";
        if (key.Bytes.Length < KeyBytes) yield return $"The audit key has {key.Bytes.Length} bytes: it needs {KeyBytes}.";
        if (master.IsReadableByOthers) yield return "The master key's file can be read by others: take their permission away (chmod 600).";
        else if (master.Length != KeyBytes) yield return $"The master key has {master.Length} bytes: it needs {KeyBytes}.";
        if (!environment.IsProduction()) yield break;

        if (!master.IsConfigured && database.Provider != DatabaseProvider.Embedded) yield return "Encryption:MasterKey is not set: every server of a shared database needs the same one.";
        if (master.IsSample) yield return "The master key is a sample: make one with \"openssl rand -base64 32\".";
        if (key.Bytes.Distinct().Count() < KeyBytes / 4) yield return "The audit key is a sample: make one with \"openssl rand -base64 32\".";
        if (key.IsReadableByOthers) yield return "The audit key's file can be read by others: take their permission away (chmod 600).";
        if (PasswordHashing.RoundsOf(settings) < PasswordHashing.FewestRounds) yield return $"Passwords:Rounds is {PasswordHashing.RoundsOf(settings)}: passwords are kept with at least {PasswordHashing.FewestRounds} rounds.";
        if (database.IsSqlServer && !Encrypts(database.ConnectionString)) yield return "The connection to SQL Server is not encrypted and checked: use Encrypt=Strict or Encrypt=True, and not TrustServerCertificate.";
        if (!IsReachable) yield break;

        if (settings["PublicUrl"] is not { Length: > 0 }) yield return "PublicUrl is not set: letters and QR codes would lead to any name that a visitor sends.";
        else if (Reach.PublicHost(settings) is null || !settings["PublicUrl"]!.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) yield return "PublicUrl does not begin with https://.";
        if (settings["AllowedHosts"] is null or "*" && Reach.PublicHost(settings) is null) yield return "AllowedHosts is *: name the hosts, or set PublicUrl.";
        if (!SpeaksHttps && Reach.Proxies(settings).Count == 0) yield return "Others can reach this program without encryption: let it listen on https://, or set Proxies to the proxy that does.";
    }

    private async Task<IEnumerable<string>> OfDatabaseAsync(HospitalContext db, CancellationToken token)
    {
        List<string> faults = [];
        var present = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlServer() ? "SELECT name AS [Value] FROM sys.triggers WHERE is_disabled = 0" : "SELECT tgname AS \"Value\" FROM pg_trigger WHERE tgenabled <> 'D'").ToListAsync(token);
        foreach (var missing in AuditTriggers.Except(present)) faults.Add($"The trigger {missing} is missing or switched off: run database/{(db.Database.IsSqlServer() ? "SqlServer" : "Postgres")}/Guards.sql.");
        if (await RefusalOfTheTrailAsync(db, token) is { } refusal) faults.Add($"The audit trail cannot be written, and nothing could be shown or saved: {refusal}");
        if (!environment.IsProduction()) return faults;

        var facility = await db.Facilities.AsNoTracking().SingleOrDefaultAsync(token);
        if (facility is { IsDemo: true }) faults.Add("This database holds a demo hospital, and this is the Production environment. Point HOSPITAL_DATA or ConnectionStrings:Hospital at the real one.");
        if (await db.AuditEntries.OrderByDescending(entry => entry.Sequence).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(token) is { } last && last - time.GetUtcNow() > ClockMayLag)
            faults.Add("This machine's clock is behind the newest audit entry: set it right.");
        if (!db.Database.IsSqlServer())
            foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit" })
                if (await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync(token) is "off") faults.Add($"The database's {setting} is off: what was saved could be lost.");
        return faults;
    }

    // As an entry would be written, and taken back.
    private static async Task<string?> RefusalOfTheTrailAsync(HospitalContext db, CancellationToken token)
    {
        try
        {
            await using var attempt = await db.Database.BeginTransactionAsync(token);
            await db.AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(h => h.Sequence, h => h.Sequence), token);
            var mayAdd = await db.Database.SqlQueryRaw<int>(db.Database.IsSqlServer() ? "SELECT HAS_PERMS_BY_NAME('AuditEntry', 'OBJECT', 'INSERT') AS [Value]" : "SELECT has_table_privilege('\"AuditEntry\"', 'INSERT')::int AS \"Value\"").SingleAsync(token);
            await attempt.RollbackAsync(token);
            return mayAdd == 1 ? null : "the program's own login may not add to it.";
        }
        catch (DbException refused)
        {
            return refused.Message;
        }
    }

    private static bool Encrypts(string connection)
    {
        var server = new SqlConnectionStringBuilder(connection);
        return server.Encrypt != SqlConnectionEncryptOption.Optional && !server.TrustServerCertificate;
    }
}
