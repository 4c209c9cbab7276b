using HospitalWeb.Data.Accounts;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

public sealed class SecondFactorTests(HospitalApp app) : AccountTest(app)
{
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", CodePath = "/Identity/Account/LoginWith2fa", SetUpPath = "/Identity/Account/Manage/EnableAuthenticator";

    // The last six digits of the SHA-1 column of RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, TotpProvider.CodeOf(Key, seconds / 30));

    [Fact]
    public async Task Who_needs_a_second_factor_reaches_nothing_but_its_set_up_until_it_is_there()
    {
        await Need(Role.Pharmacist, true);
        var browser = Anonymous();

        var first = await SignInAs(await AnAccount(Role.Pharmacist), browser);
        var elsewhere = await browser.Open("/pharmacy");
        await Need(Role.Pharmacist, false);

        Assert.Equal((SetUpPath, SetUpPath), (first.Path, elsewhere.Path));
        Assert.Equal("/pharmacy", (await browser.Open("/pharmacy")).Path);
    }

    [Fact]
    public async Task After_the_password_alone_nothing_opens_before_the_code()
    {
        var browser = Anonymous();
        var (account, key) = await WithApp(Role.Nurse);

        var asked = await SignInAs(account, browser);

        Assert.Equal(CodePath, asked.Path);
        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
        await asked.SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key)));
        Assert.Equal("/nurse", (await browser.Open("/nurse")).Path);
    }

    [Theory]
    [InlineData(CodePath)]
    [InlineData("/Identity/Account/LoginWithRecoveryCode")]
    public async Task The_second_step_without_the_first_leads_to_the_beginning(string path) => Assert.Equal("/Identity/Account/Login", (await Anonymous().Open(path)).Path);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_counts_one_step_early_or_late(int steps, bool opens)
    {
        var browser = Anonymous();
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);

        await (await SignInAs(account, browser)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key, steps)));

        Assert.Equal(opens ? "/nurse" : "/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task Where_no_second_factor_is_on_there_is_none_to_switch_off()
    {
        var browser = Anonymous();
        await SignInAs(await AnAccount(Role.Nurse), browser);

        var page = await browser.Open("/Identity/Account/Manage/Disable2fa");

        Assert.Equal("/Identity/Account/Manage/TwoFactorAuthentication", page.Path);
    }

    [Fact]
    public async Task A_code_opens_once()
    {
        var (first, second) = (Anonymous(), Anonymous());
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);
        await (await SignInAs(account, first)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key)));

        await (await SignInAs(account, second)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key)));

        Assert.Equal("/nurse", (await first.Open("/nurse")).Path);
        Assert.Equal("/Identity/Account/Login", (await second.Open("/nurse")).Path);
    }

    [Fact]
    public async Task Another_s_code_opens_nothing()
    {
        var ((account, _), (_, another)) = (await WithApp(Role.Nurse), await WithApp(Role.Nurse));
        var browser = Anonymous();

        await (await SignInAs(account, browser)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(another)));

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task Whoever_knows_the_password_has_no_more_guesses_at_the_code_for_it()
    {
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);

        for (var round = 0; round < 3; round++)
        {
            var asked = await SignInAs(account, Anonymous());
            for (var guess = 0; guess < 3 && asked.Path == CodePath; guess++) asked = await asked.SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key, 10 + guess)));
        }
        var browser = Anonymous();
        var again = await SignInAs(account, browser);

        Assert.Equal("/Identity/Account/Login", again.Path);
        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
        Assert.InRange(await App.UsingDb(db => db.SignInTries.Where(t => t.Id == account.Id).Select(t => t.Failed).SingleAsync()), SignInTries.FreeTries, int.MaxValue);
    }

    [Theory]
    [InlineData(CodePath, "Input.TwoFactorCode", "123456")]
    [InlineData("/Identity/Account/LoginWithRecoveryCode", "Input.RecoveryCode", "AAAAA-BBBBB")]
    public async Task Guessing_closes_the_account_to_the_right_code_too(string path, string field, string guess)
    {
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);
        var browser = Anonymous();
        await SignInAs(account, browser);
        var asked = await browser.Open(path);
        for (var wrong = 0; wrong < SignInTries.FreeTries - 1; wrong++) asked = await asked.SubmitForm("form[method=post]", (field, guess));

        await (await browser.Open(CodePath)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key)));

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task No_device_is_remembered_that_would_need_no_code()
    {
        var (client, (account, key)) = (App.CreateDefaultClient(new CookieContainerHandler()), await WithApp(Role.Nurse));
        App.Clock.Now += TimeSpan.FromMinutes(5);
        await SignInAs(account, new(client));
        var token = (await new Browser(client).Open(CodePath)).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var answer = await client.PostAsync($"{CodePath}?RememberMe=true", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.TwoFactorCode", Code(key)), new("Input.RememberMachine", "true"), new("RememberMe", "true")]));

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("hospital=", StringComparison.Ordinal) && !cookie.Contains("expires", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(cookies, cookie => cookie.StartsWith("hospital-remembered=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_code_brought_by_many_at_once_opens_for_one()
    {
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);
        var code = Code(key);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => With(accounts => accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))));

        Assert.Single(accepted, true);
    }

    [Fact]
    public async Task Recovery_codes_lie_hashed_and_open_once()
    {
        var (account, _) = await WithApp(Role.Nurse);
        var codes = (await With(async accounts => await accounts.GenerateNewTwoFactorRecoveryCodesAsync((await accounts.FindByIdAsync(account.Id.ToString()))!, 10)))!.ToList();

        var (first, second) = (await Recover(account, codes[0]), await Recover(account, codes[0]));

        Assert.Equal(("/nurse", "/Identity/Account/Login"), (first, second));
        var kept = await App.UsingDb(db => db.UserTokens.Where(t => t.UserId == account.Id).Select(t => t.Value!).ToListAsync());
        Assert.DoesNotContain(kept, value => codes.Exists(code => value.Contains(code, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task An_administrator_takes_a_lost_second_factor_away_and_everybody_who_used_it_is_out()
    {
        var browser = Anonymous();
        var (account, key) = await WithApp(Role.Nurse);
        App.Clock.Now += TimeSpan.FromMinutes(5);
        await (await SignInAs(account, browser)).SubmitForm("form[method=post]", ("Input.TwoFactorCode", Code(key)));

        await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm("#factor");

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
        Assert.Equal("/nurse", (await SignInAs(account, Anonymous())).Path);
    }

    [Fact]
    public async Task The_key_of_the_app_is_not_readable_in_the_database()
    {
        var (account, key) = await WithApp(Role.Nurse);

        var kept = await App.UsingDb(db => db.UserTokens.Where(t => t.UserId == account.Id).Select(t => t.Value!).ToListAsync());

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, value => value.Contains(key, StringComparison.Ordinal));
    }

    private async Task<string> Recover(Account account, string code)
    {
        var browser = Anonymous();
        await SignInAs(account, browser);
        await (await browser.Open("/Identity/Account/LoginWithRecoveryCode")).SubmitForm("form[method=post]", ("Input.RecoveryCode", code));
        return (await browser.Open("/nurse")).Path;
    }

    private string Code(string key, int steps = 0) => TotpProvider.CodeOf(key, App.Clock.Now.ToUnixTimeSeconds() / 30 + steps);

    private async Task<(Account Account, string Key)> WithApp(Role role)
    {
        var account = await AnAccount(role);
        return (account, await With(async accounts =>
        {
            var fresh = (await accounts.FindByIdAsync(account.Id.ToString()))!;
            await accounts.ResetAuthenticatorKeyAsync(fresh);
            await accounts.SetTwoFactorEnabledAsync(fresh, true);
            return (await accounts.GetAuthenticatorKeyAsync(fresh))!;
        }));
    }

    private async Task<T> With<T>(Func<UserManager<Account>, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    }

    private Task Need(Role role, bool needed) => App.UsingDb(db => db.Roles.Where(r => r.Name == role.ToString()).ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, needed)));
}
