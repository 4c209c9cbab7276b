using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
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
    public async Task A_name_that_nobody_has_leaves_no_trace()
    {
        var before = await App.UsingDb(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.SignInFailed));

        await (await Anonymous().Open("/Identity/Account/Login")).Submit(("Input.Email", "nobody@example.org"), ("Input.Password", Password));

        Assert.Equal(before, await App.UsingDb(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.SignInFailed)));
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

    private async Task AnAccount(string email, string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = App.Clock.Now };
        await accounts.CreateAsync(account, Password);
        await accounts.AddToRoleAsync(account, nameof(Role.Doctor));
    }
}
