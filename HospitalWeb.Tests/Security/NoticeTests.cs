using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>The owner of an account is told what becomes of it: once by letter, once in the program, and of nothing else.</summary>
public sealed class NoticeTests(HospitalApp app) : AccountTest(app)
{
    [Fact]
    public async Task Of_a_changed_password()
    {
        var account = await AnAccount(Role.Nurse);
        var page = await (await SignedIn(account)).Open("/Identity/Account/Manage/ChangePassword");

        page = await page.Submit(("Input.OldPassword", "not this one"), ("Input.NewPassword", "another long enough secret"));
        await page.Submit(("Input.OldPassword", Password), ("Input.NewPassword", "another long enough secret"));

        await ToldOnce(account, "The password of your account was changed");
    }

    [Fact]
    public async Task Of_a_second_factor_turned_on_and_off_and_of_a_recovery_code_used()
    {
        var account = await AnAccount(Role.Nurse);

        await With(account, (accounts, own) => accounts.SetTwoFactorEnabledAsync(own, true));
        await ToldOnce(account, "The second factor of your account was turned on");
        await With(account, async (accounts, own) =>
        {
            var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(own, 3))!.ToList();
            await accounts.RedeemTwoFactorRecoveryCodeAsync(own, "no-such-code");
            return await accounts.RedeemTwoFactorRecoveryCodeAsync(own, codes[0]);
        });
        await ToldOnce(account, "A recovery code of your account was used");
        await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm("#factor");
        await ToldOnce(account, "The second factor of your account was turned off");
    }

    [Fact]
    public async Task Of_an_account_closed_after_too_many_tries()
    {
        var account = await AnAccount(Role.Nurse);

        for (var wrong = 0; wrong < 9; wrong++) await SignInAs(account, Anonymous(), "not this one");

        await ToldOnce(account, "Your account is closed for 5 minutes after too many tries to sign in");
    }

    [Fact]
    public async Task Of_a_device_that_was_never_there_before()
    {
        var account = await AnAccount(Role.Nurse);

        foreach (var device in new[] { "Firefox/140 (Windows)", "Firefox/141 (Windows)", "Safari/600 (iPhone)", "Safari/601 (iPhone)" })
        {
            App.Clock.Now += TimeSpan.FromMinutes(1);
            var browser = Anonymous();
            browser.Client.DefaultRequestHeaders.UserAgent.ParseAdd(device);
            await SignInAs(account, browser);
        }

        await ToldOnce(account, "Somebody signed in to your account on a new device: Safari on iPhone");
        Assert.Equal(1, await App.UsingDb(db => db.OutgoingMails.CountAsync(m => m.To == account.Email)));
    }

    private async Task ToldOnce(Account account, string what)
    {
        await App.Settled();
        var letters = (await App.UsingDb(db => db.OutgoingMails.Where(m => m.To == account.Email).ToListAsync())).FindAll(m => m.Body.StartsWith(what, StringComparison.Ordinal));
        var letter = Assert.Single(letters);
        Assert.Equal($"{what}. If this was not you, tell the hospital's administrator at once.", letter.Body);
        var notice = Assert.Single(await App.UsingDb(db => db.Notifications.Where(n => n.AccountId == account.Id).ToListAsync()), n => n.Title == what);
        Assert.DoesNotContain("code=", notice.Url, StringComparison.Ordinal);
        var all = await App.UsingDb(db => db.OutgoingMails.CountAsync(m => m.To == account.Email));
        Assert.Equal(all, await App.UsingDb(db => db.Notifications.CountAsync(n => n.AccountId == account.Id)));
    }

    private async Task With(Account account, Func<UserManager<Account>, Account, Task<IdentityResult>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await work(accounts, (await accounts.FindByIdAsync(account.Id.ToString()))!)).Succeeded);
    }
}
