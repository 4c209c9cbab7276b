using System.Text.RegularExpressions;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

public sealed partial class LinkTests(HospitalApp app) : AccountTest(app)
{
    private const string Forgot = "/Identity/Account/ForgotPassword", Login = "/Identity/Account/Login", Another = "another long enough secret", Refused = "This link has been used, is too old or is not whole.";

    [Fact]
    public async Task A_link_chooses_a_password_and_signs_nobody_in()
    {
        var account = await AnAccount(Role.Nurse);
        var (before, reader) = (await SignedIn(account), Anonymous());

        var saved = await Choose(reader, await ResetLink(account));

        Assert.Equal("/Identity/Account/ResetPasswordConfirmation", saved.Path);
        Assert.Equal((Login, Login), ((await reader.Open("/nurse")).Path, (await before.Open("/nurse")).Path));
        Assert.Equal((Login, "/nurse"), ((await SignInAs(account, Anonymous())).Path, (await SignInAs(account, Anonymous(), Another)).Path));
    }

    [Fact]
    public async Task The_same_link_opens_once()
    {
        var account = await AnAccount(Role.Nurse);
        var link = await ResetLink(account);
        var (form, other) = (await Anonymous().Open(link), await Anonymous().Open(link));
        await Choose(form);

        Assert.Contains(Refused, (await Choose(other, "a third long secret")).Errors, StringComparison.Ordinal);
        Assert.Contains(Refused, (await Anonymous().Open(link)).Main, StringComparison.Ordinal);
        Assert.Equal("/nurse", (await SignInAs(account, Anonymous(), Another)).Path);
    }

    [Fact]
    public async Task Two_at_once_use_it_once()
    {
        var account = await AnAccount(Role.Nurse);
        var link = await ResetLink(account);
        var forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Anonymous().Open(link)));

        var saved = await Task.WhenAll(forms.Select(form => Choose(form)));

        Assert.Single(saved, page => page.Path == "/Identity/Account/ResetPasswordConfirmation");
    }

    [Fact]
    public async Task Of_many_who_hold_an_open_link_one_uses_it()
    {
        var token = (await ResetLink(await AnAccount(Role.Nurse))).Split("code=")[1];

        var used = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            await using var scope = App.Services.CreateAsyncScope();
            var links = scope.ServiceProvider.GetRequiredService<AccountLinks>();
            var link = await links.FindAsync(token, LinkPurpose.PasswordReset);
            return link is not null && await Record.ExceptionAsync(() => links.UseAsync(link)) is null;
        }));

        Assert.Single(used, one => one);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_link_is_good_for_an_hour(int minutes, bool opens)
    {
        var link = await ResetLink(await AnAccount(Role.Nurse));

        App.Clock.Now += TimeSpan.FromMinutes(minutes);

        Assert.Equal(opens, (await Anonymous().Open(link)).Document.QuerySelector("[name='Input.Password']") is not null);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("address")]
    [InlineData("disabled")]
    public async Task A_link_is_void_once_password_or_address_changed_or_the_account_is_disabled(string what)
    {
        var account = await AnAccount(Role.Nurse);
        var link = await ResetLink(account);

        await With(account, (accounts, own) => what switch
        {
            "password" => accounts.ChangePasswordAsync(own, Password, Another),
            "address" => accounts.SetEmailAsync(own, $"{Guid.NewGuid():N}@hospital.example"),
            _ => Disable(accounts, own),
        });

        Assert.Contains(Refused, (await Anonymous().Open(link)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_another_deed_opens_nothing_here()
    {
        var account = await AnAccount(Role.Nurse);
        var to = $"{Guid.NewGuid():N}@hospital.example";
        await (await (await SignedIn(account)).Open("/Identity/Account/Manage/Email")).Submit(("Input.Email", to));
        var link = await LinkTo(to);

        var elsewhere = await Anonymous().Open(link.Replace("ConfirmEmailChange", "ResetPassword", StringComparison.Ordinal));
        var cut = await Anonymous().Open(link[..^1]);

        Assert.Contains(Refused, elsewhere.Main, StringComparison.Ordinal);
        Assert.Contains(Refused, cut.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_leaves_the_second_factor_where_it_was()
    {
        var account = await AnAccount(Role.Nurse);
        await With(account, async (accounts, own) => { await accounts.ResetAuthenticatorKeyAsync(own); return await accounts.SetTwoFactorEnabledAsync(own, true); });

        await Choose(Anonymous(), await ResetLink(account));

        Assert.Equal("/Identity/Account/LoginWith2fa", (await SignInAs(account, Anonymous(), Another)).Path);
    }

    [Fact]
    public async Task An_address_changes_once_its_letter_is_opened_and_the_old_one_is_told()
    {
        var account = await AnAccount(Role.Nurse);
        var (browser, to) = (await SignedIn(account), $"{Guid.NewGuid():N}@hospital.example");
        await (await browser.Open("/Identity/Account/Manage/Email")).Submit(("Input.Email", to));
        Assert.Equal("/nurse", (await browser.Open("/nurse")).Path);

        await (await Anonymous().Open(await LinkTo(to))).Submit();

        Assert.Equal(Login, (await browser.Open("/nurse")).Path);
        Assert.Equal((Login, "/nurse"), ((await SignInAs(account, Anonymous())).Path, (await (await Anonymous().Open(Login)).Submit(("Input.Email", to), ("Input.Password", Password))).Path));
        var told = await App.UsingDb(db => db.OutgoingMails.Where(m => m.To == account.Email).ToListAsync());
        Assert.Single(told, mail => mail.Body.StartsWith("The address of your account was changed", StringComparison.Ordinal) && !mail.Body.Contains(to, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_somebody_has_cannot_be_taken_over()
    {
        var (account, other) = (await AnAccount(Role.Nurse), await AnAccount(Role.Nurse));
        await (await (await SignedIn(account)).Open("/Identity/Account/Manage/Email")).Submit(("Input.Email", other.Email!));

        var page = await (await Anonymous().Open(await LinkTo(other.Email!))).Submit();

        Assert.Contains(Refused, page.Errors, StringComparison.Ordinal);
        Assert.Equal("/nurse", (await SignInAs(account, Anonymous())).Path);
    }

    [Fact]
    public async Task An_invitation_is_good_for_three_days_and_nobody_but_its_reader_sees_it()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var told = await (await As(Role.Admin).Open("/admin/accounts/new")).Submit(("Input.Name", "Ivy"), ("Input.Email", email), ("Input.Roles", "Nurse"));
        var link = await LinkTo(email);
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

        App.Clock.Now += TimeSpan.FromHours(71);
        Assert.NotNull((await Anonymous().Open(link)).Document.QuerySelector("[name='Input.Password']"));
        App.Clock.Now += TimeSpan.FromHours(2);
        Assert.Contains(Refused, (await Anonymous().Open(link)).Main, StringComparison.Ordinal);

        Assert.DoesNotContain(token, told.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(await App.UsingDb(db => db.AuditEntries.Select(e => e.Changes).ToListAsync()), changes => changes?.Contains(token, StringComparison.Ordinal) == true);
        Assert.True(await App.UsingDb(db => db.AccountLinks.AnyAsync(l => l.TokenHash == AccountLink.HashOf(token))));
    }

    [Fact]
    public async Task Three_letters_an_hour_are_enough()
    {
        var account = await AnAccount(Role.Nurse);
        for (var asked = 0; asked < 5; asked++) await (await Anonymous().Open(Forgot)).Submit(("Input.Email", account.Email!));
        // What is asked for later is answered later: once this letter is there, the others are done with.
        await ResetLink(await AnAccount(Role.Nurse));

        Assert.Equal(3, await App.UsingDb(db => db.OutgoingMails.CountAsync(m => m.To == account.Email)));
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData(null, "evil.example")]
    public async Task What_a_browser_calls_the_hospital_is_in_no_letter(string? host, string? forwarded)
    {
        var (account, invited, changed) = (await AnAccount(Role.Nurse), $"{Guid.NewGuid():N}@hospital.example", $"{Guid.NewGuid():N}@hospital.example");
        var (anybody, owner, administrator) = (Anonymous(), await SignedIn(account), As(Role.Admin));
        foreach (var browser in new[] { anybody, owner, administrator })
        {
            if (host is not null) browser.Client.DefaultRequestHeaders.Host = host;
            if (forwarded is not null) browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", forwarded);
        }

        await (await anybody.Open(Forgot)).Submit(("Input.Email", account.Email!));
        await (await owner.Open("/Identity/Account/Manage/Email")).Submit(("Input.Email", changed));
        await (await administrator.Open("/admin/accounts/new")).Submit(("Input.Name", "Nina"), ("Input.Email", invited), ("Input.Roles", "Nurse"));

        foreach (var letter in new[] { account.Email!, changed, invited }) Assert.DoesNotContain("evil", await LinkTo(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_hundred_thousand_tokens_none_comes_twice_and_none_begins_like_the_others()
    {
        var tokens = Enumerable.Range(0, 100_000).Select(_ => AccountLink.NewToken()).ToList();

        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.Equal(64, tokens.Select(token => token[0]).Distinct().Count());
        // With 16 letters, 96 bits, in common, one would have said something about another.
        Assert.Equal(tokens.Count, tokens.Select(token => token[..16]).Distinct().Count());
        Assert.All(tokens, token => Assert.Equal(43, token.Length));
    }

    [Theory]
    [InlineData("Admin@example.org ")]
    [InlineData("ａｄｍｉｎ@example.org")]
    [InlineData("ADMIN@EXAMPLE.ORG")]
    public void Names_that_look_alike_are_one(string name) => Assert.Equal("ADMIN@EXAMPLE.ORG", new AccountNames().NormalizeName(name));

    private async Task<string> ResetLink(Account account)
    {
        await (await Anonymous().Open(Forgot)).Submit(("Input.Email", account.Email!));
        return await LinkTo(account.Email!);
    }

    private async Task<string> LinkTo(string email)
    {
        await App.Settled();
        var body = (await App.UsingDb(db => db.OutgoingMails.Where(m => m.To == email).OrderByDescending(m => m.QueuedAt).Select(m => m.Body).ToListAsync())).First(letter => letter.Contains("?code=", StringComparison.Ordinal));
        var link = Link().Match(body).Value;
        return link.Contains("evil", StringComparison.Ordinal) ? link : new Uri(link).PathAndQuery;
    }

    private static async Task<Browser.Page> Choose(Browser browser, string link) => await Choose(await browser.Open(link));

    private static Task<Browser.Page> Choose(Browser.Page form, string password = Another) => form.Submit(("Input.Password", password));

    private static async Task<IdentityResult> Disable(UserManager<Account> accounts, Account account)
    {
        account.IsDisabled = true;
        return await accounts.UpdateAsync(account);
    }

    private async Task With(Account account, Func<UserManager<Account>, Account, Task<IdentityResult>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await work(accounts, (await accounts.FindByIdAsync(account.Id.ToString()))!)).Succeeded);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
