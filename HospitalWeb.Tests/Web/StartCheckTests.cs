using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;

namespace HospitalWeb.Tests.Web;

public sealed class StartCheckTests(TestServer server)
{
    private const string Key = "hG1s0Qm7nYp0w0xv1n7tTQ3i1c2m5w8Zr9k4e6b2a0c=";
    private static readonly Dictionary<string, string?> Safe = new()
    {
        ["Audit:Key"] = Key, ["Encryption:MasterKey"] = HospitalApp.MasterKey, ["HOSPITAL_URL"] = "http://0.0.0.0:5080", ["PublicUrl"] = "https://hospital.example", ["Proxies"] = "10.0.0.5",
    };

    [Fact]
    public void A_hospital_behind_its_proxy_starts() => Assert.Equal([], Faults());

    [Theory]
    [InlineData("Audit:RetentionYears", "6", "at least 7 years")]
    [InlineData("Audit:Key", "c2hvcnQ=", "needs 32")]
    [InlineData("Audit:Key", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", "is a sample")]
    [InlineData("Passwords:Rounds", "209999", "at least 210000 rounds")]
    [InlineData("Encryption:MasterKey", "c2hvcnQ=", "needs 32")]
    [InlineData("Encryption:MasterKey", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", "is a sample")]
    [InlineData("Encryption:MasterKey", "", "is not set")]
    [InlineData("PublicUrl", "", "PublicUrl is not set")]
    [InlineData("PublicUrl", "http://hospital.example", "does not begin with https")]
    [InlineData("PublicUrl", "nonsense", "AllowedHosts is *")]
    [InlineData("Proxies", "", "without encryption")]
    [InlineData("Database", "Server=db;Encrypt=False", "not encrypted")]
    [InlineData("Database", "Server=db;Encrypt=True;TrustServerCertificate=True", "not encrypted")]
    public void What_is_unsafe_is_refused_in_a_sentence(string setting, string value, string sentence) => Assert.Contains(Faults((setting, value)), fault => fault.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void On_this_machine_alone_no_public_address_is_needed() => Assert.Equal([], Faults(("HOSPITAL_URL", "http://127.0.0.1:5080;http://[::1]:5080;http://localhost:5080"), ("PublicUrl", ""), ("Proxies", "")));

    [Fact]
    public async Task A_database_whose_audit_trigger_is_off_is_refused()
    {
        await using var app = new HospitalApp(server);
        await app.InitializeAsync();
        await app.UsingDb(db => db.Database.ExecuteSqlRawAsync(server.Provider == DatabaseProvider.SqlServer ? "DISABLE TRIGGER \"AuditEntryStays\" ON \"AuditEntry\"" : "ALTER TABLE \"AuditEntry\" DISABLE TRIGGER \"AuditEntryStays\""));
        await using var again = new HospitalApp(server);
        again.UseDatabase(app.Database);

        var refusal = Assert.ThrowsAny<InvalidOperationException>(() => again.Services);

        Assert.Contains("The trigger AuditEntryStays is missing or switched off", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_that_takes_nothing_is_refused()
    {
        await using var app = new HospitalApp(server);
        await app.InitializeAsync();
        await app.UsingDb(db => db.Database.ExecuteSqlRawAsync(server.Provider == DatabaseProvider.SqlServer
            ? "CREATE TRIGGER \"Closed\" ON \"AuditHead\" AFTER UPDATE AS THROW 51000, 'The disk is full.', 1"
            : "CREATE FUNCTION \"Closed\"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The disk is full.'; END $$; CREATE TRIGGER \"Closed\" BEFORE UPDATE ON \"AuditHead\" FOR EACH ROW EXECUTE FUNCTION \"Closed\"()"));
        await using var again = new HospitalApp(server);
        again.UseDatabase(app.Database);

        var refusal = Assert.ThrowsAny<InvalidOperationException>(() => again.Services);

        Assert.Contains("The audit trail cannot be written", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("The disk is full", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = server.DataFolderOfItsOwn();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Safe).AddInMemoryCollection([new("Audit:Key", ""), new("HOSPITAL_DATA", folder)]).Build();
        var production = new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = folder };
        var key = new AuditKey(settings, production);
        Assert.Equal(32, key.Bytes.Length);
        Assert.False(key.IsReadableByOthers);

        File.SetUnixFileMode(Path.Combine(folder, "keys", "audit.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains(Check(settings, key).OfSettings(), fault => fault.Contains("chmod 600", StringComparison.Ordinal));
    }

    private static List<string> Faults(params (string Name, string Value)[] changes)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Safe).AddInMemoryCollection(changes.Select(c => KeyValuePair.Create(c.Name, (string?)c.Value))).Build();
        return [.. Check(settings, new(settings, Production)).OfSettings()];
    }

    private static HostingEnvironment Production => new() { EnvironmentName = "Production", ContentRootPath = Path.GetTempPath() };

    private static StartCheck Check(IConfiguration settings, AuditKey key) => new(null!, settings, Production,
        settings["Database"] is { } connection ? new(DatabaseProvider.SqlServer, connection) : new(DatabaseProvider.Postgres, "Host=."), key, new(settings, Production), new(settings), TimeProvider.System);
}
