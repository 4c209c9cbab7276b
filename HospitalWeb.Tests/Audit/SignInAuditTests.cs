using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

public sealed class SignInAuditTests(HospitalApp app) : PageTest(app)
{
    private const string Password = "a long enough secret";

    [Fact]
    public async Task Signing_in_and_failing_to_are_written_down_with_name_and_role()
    {
        await AnAccount("vera@example.org", "Vera Vault");
        var page = await Anonymous().Open("/Identity/Account/Login");

        page = await page.Submit(("Input.Email", "vera@example.org"), ("Input.Password", "not this one"));
        await page.Submit(("Input.Email", "vera@example.org"), ("Input.Password", Password));

        var entries = await App.UsingDb(db => db.AuditEntries.Where(e => e.AccountName == "Vera Vault" && e.EntityType == "Account").OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal([(AuditAction.SignInFailed, AuditOutcome.Refused), (AuditAction.SignIn, AuditOutcome.Success)], entries.Where(e => e.Action is AuditAction.SignIn or AuditAction.SignInFailed).Select(e => (e.Action, e.Outcome)));
        Assert.Equal("Doctor", entries.Single(e => e.Action == AuditAction.SignIn).Roles);
        Assert.DoesNotContain(entries, e => e.Changes?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_failure_is_kept_before_its_answer_leaves_whoever_s_name_it_was()
    {
        await AnAccount("first@example.org", "Fay First");
        App.Clock.Now += TimeSpan.FromHours(1);
        var (answered, untold) = (new TaskCompletionSource(), await Untold());
        await App.Services.GetRequiredService<Afterwards>().DoAsync(new Actor(null, "Test", ""), _ => answered.Task);

        foreach (var name in new[] { "first@example.org", "nobody@example.org", "nobody@example.org" })
            await (await Anonymous().Open("/Identity/Account/Login")).Submit(("Input.Email", name), ("Input.Password", "not this one"));

        var (entries, counted) = (await Failures("Fay First"), await Untold());
        answered.SetResult();
        await App.Settled();
        Assert.Equal((1, untold + 2), (entries.Count, counted));
        Assert.InRange(await Untold(), 0, 1);

        Task<int> Untold() => App.UsingDb(db => db.UnknownNameCounts.Select(c => c.Untold).SingleAsync());
    }

    [Fact]
    public async Task A_wrong_code_after_the_right_password_is_written_down()
    {
        await AnAccount("second@example.org", "Sam Second");
        await App.UsingDb(db => db.Users.Where(a => a.Email == "second@example.org").ExecuteUpdateAsync(a => a.SetProperty(x => x.TwoFactorEnabled, true)));
        await With(async (accounts, account) => await accounts.ResetAuthenticatorKeyAsync(account), "second@example.org");
        var browser = Anonymous();
        var asked = await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "second@example.org"), ("Input.Password", Password));

        await asked.SubmitForm("form[method=post]", ("Input.TwoFactorCode", "000000"));
        await (await browser.Open("/Identity/Account/LoginWithRecoveryCode")).SubmitForm("form[method=post]", ("Input.RecoveryCode", "XXXXX-XXXXX"));

        Assert.Equal(["The password is right, the code of the app is wrong.", "The password is right, the recovery code is wrong."], (await Failures("Sam Second")).Select(e => e.Reason));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_written_down_veiled()
    {
        App.Clock.Now = App.Clock.Now.AddHours(1);

        await (await Anonymous().Open("/Identity/Account/Login")).Submit(("Input.Email", "nobody@example.org"), ("Input.Password", Password));

        await App.Settled();
        var entry = await App.UsingDb(db => db.AuditEntries.OrderBy(e => e.Sequence).LastAsync(e => e.EntityType == "UnknownName"));
        Assert.Equal((AuditAction.SignInFailed, AuditOutcome.Refused, true), (entry.Action, entry.Outcome, entry.IsSecurity));
        // What came before within the hour is counted along.
        Assert.StartsWith("Nobody has this name", entry.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", $"{entry.EntityId} {entry.Changes} {entry.AccountName}".Replace("Nobody signed in", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Thousands_of_names_that_nobody_has_do_not_fill_the_database()
    {
        var (names, nobody) = (App.Services.GetRequiredService<UnknownNames>(), new Actor(null, "Nobody signed in", ""));
        var (size, entries) = (await Size(), await Entries());

        for (var i = 0; i < 5_000; i++)
        {
            App.Clock.Now = App.Clock.Now.AddSeconds(1);
            await names.CountAsync();
            await names.TellAsync(nobody, "UnknownName", $"name{i}@example.org", "Nobody has this name");
        }

        var (grown, written) = (await Size() - size, await Entries() - entries);
        TestContext.Current.TestOutputHelper?.WriteLine($"{grown} bytes, {written} entries");
        Assert.InRange(written, 1, 10);
        Assert.InRange(grown, 0, 512 * 1024);

        Task<int> Entries() => App.UsingDb(db => db.AuditEntries.CountAsync(e => e.EntityType == "UnknownName"));
        Task<long> Size() => App.UsingDb(db => db.Database.SqlQueryRaw<long>(db.Database.IsSqlServer() ? "SELECT SUM(CAST(size AS bigint)) * 8192 AS \"Value\" FROM sys.database_files" : "SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync());
    }

    [Fact]
    public async Task What_one_sign_in_and_one_request_did_can_be_put_together()
    {
        await AnAccount("sessions@example.org", "Sue Sessions");
        var browser = Anonymous();
        await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "sessions@example.org"), ("Input.Password", Password));
        await browser.Open("/admin/roles");

        var entries = await App.UsingDb(db => db.AuditEntries.Where(e => e.AccountName == "Sue Sessions" && (e.Action == AuditAction.SignIn || e.Action == AuditAction.AccessDenied)).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.NotNull(entries[0].Session);
        Assert.Equal(entries[0].Session, entries[1].Session);
        Assert.NotEqual(entries[0].Reference, entries[1].Reference);
        Assert.All(entries, e => Assert.True(e.IsSecurity));
        Assert.Equal(AuditSeverity.Notable, entries[1].Severity);
    }

    [Fact]
    public async Task Being_turned_away_is_written_down()
    {
        await AnAccount("curious@example.org", "Carl Curious");
        var browser = Anonymous();
        await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", "curious@example.org"), ("Input.Password", Password));

        await browser.Open("/admin/roles");

        Assert.True(await App.UsingDb(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.AccessDenied && e.AccountName == "Carl Curious" && e.Path == "GET /admin/roles")));
    }

    private Task<List<AuditEntry>> Failures(string name) =>
        App.UsingDb(db => db.AuditEntries.Where(e => e.AccountName == name && e.Action == AuditAction.SignInFailed).OrderBy(e => e.Sequence).ToListAsync());

    private async Task With(Func<UserManager<Account>, Account, Task> work, string email)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await work(accounts, (await accounts.FindByEmailAsync(email))!);
    }

    private async Task AnAccount(string email, string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = App.Clock.Now };
        await accounts.CreateAsync(account, Password);
        await accounts.AddToRoleAsync(account, nameof(Role.Doctor));
    }
}
