using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Tests.Security;

/// <summary>People with accounts of their own who sign in as people do.</summary>
public abstract class AccountTest(HospitalApp app) : PageTest(app)
{
    protected const string Password = "a long enough secret";

    protected async Task<Account> AnAccount(Role role, Guid? patient = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = $"{role}-{Guid.NewGuid():N}@hospital.example";
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = $"A {role}", PatientId = patient, CreatedAt = App.Clock.Now };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        await accounts.AddToRoleAsync(account, role.ToString());
        return account;
    }

    protected async Task<Browser> SignedIn(Account account)
    {
        var browser = Anonymous();
        await SignInAs(account, browser);
        return browser;
    }

    protected static async Task<Browser.Page> SignInAs(Account account, Browser browser) =>
        await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", account.Email!), ("Input.Password", Password));
}
