using System.Net;
using System.Security.Cryptography;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>The doors around passkeys; a browser that really has one is in the journeys.</summary>
public sealed class PasskeyTests(HospitalApp app) : AccountTest(app)
{
    private const string Manage = "/Identity/Account/Manage/Passkeys", ForNew = "/session/passkey/new", ToSignIn = "/session/passkey/sign-in", ToUnlock = "/session/passkey/unlock";

    [Fact]
    public async Task Nobody_adds_a_passkey_without_signing_in()
    {
        var browser = Anonymous();
        var token = Token(await browser.Open(SignIn.SignInPath));

        Assert.Equal(SignIn.SignInPath, (await Post(browser, ForNew, token)).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(SignIn.SignInPath, (await Post(browser, Manage, token)).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(browser, ToUnlock, token)).StatusCode);
    }

    [Theory]
    [InlineData(ForNew)]
    [InlineData(ToSignIn)]
    [InlineData(ToUnlock)]
    public async Task Questions_are_asked_for_by_our_own_forms_only(string path)
    {
        var browser = await SignedIn(await AnAccount(Role.Nurse));

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(browser, path, "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(browser, path, Token(await browser.Open(Manage)))).StatusCode);
    }

    [Theory]
    [InlineData("Rename")]
    [InlineData("Remove")]
    public async Task Somebody_else_s_passkey_is_not_found(string deed)
    {
        var (owner, id) = await WithPasskey(Role.Nurse);
        var (mine, stranger) = (await SignedIn(owner), await SignedIn(await AnAccount(Role.Nurse)));
        var form = await mine.Open($"{Manage}/{deed}/{id}");

        var looked = await stranger.Open($"{Manage}/{deed}/{id}");
        var sent = await Post(stranger, $"{Manage}/{deed}/{id}", Token(await stranger.Open(Manage)), ("Name", "Mine now"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (form.Status, looked.Status, sent.StatusCode));
        Assert.Contains("Work computer", (await mine.Open(Manage)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkeys_are_changed_only_by_who_has_just_proven_who_he_is()
    {
        var (account, id) = await WithPasskey(Role.Nurse);
        var browser = await SignedIn(account);
        App.Clock.Now += TimeSpan.FromMinutes(6);

        foreach (var path in new[] { Manage, $"{Manage}/Rename/{id}", $"{Manage}/Remove/{id}" })
            Assert.Equal(SessionGate.UnlockPath, (await browser.Open(path)).Path);
        using var asked = new HttpRequestMessage(HttpMethod.Post, ForNew);
        asked.Headers.Add("X-Live", "1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Client.SendAsync(asked)).StatusCode);
    }

    [Fact]
    public async Task Who_needs_a_second_factor_may_choose_a_passkey_but_only_with_a_fresh_sign_in()
    {
        await Need(Role.Pharmacist, true);
        var browser = await SignedIn(await AnAccount(Role.Pharmacist));

        var page = await browser.Open(Manage);
        App.Clock.Now += TimeSpan.FromMinutes(6);
        var later = await browser.Open(Manage);
        await Need(Role.Pharmacist, false);

        Assert.Contains("Your role needs more than a password.", page.Main, StringComparison.Ordinal);
        Assert.Equal(SessionGate.UnlockPath, later.Path);
    }

    [Fact]
    public async Task Whose_second_factor_is_a_passkey_is_not_let_in_by_the_password_alone()
    {
        var (account, _) = await WithPasskey(Role.LabTechnician);
        await Need(Role.LabTechnician, true);

        var refused = await SignInAs(account, Anonymous());
        await Need(Role.LabTechnician, false);

        Assert.Contains("sign in with your passkey", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("/lab", (await SignInAs(account, Anonymous())).Path);
    }

    [Fact]
    public async Task Who_has_lost_the_passkey_signs_in_with_password_and_recovery_code_once()
    {
        var (account, _) = await WithPasskey(Role.LabTechnician);
        await Need(Role.LabTechnician, true);
        var (codes, none) = (await FirstCodes(account), await FirstCodes(account));

        var (wrong, opened, again) = (await Recover(account, "ABCDE-FGHIJ"), await Recover(account, codes![0]), await Recover(account, codes[0]));
        var state = await opened.Open("/Identity/Account/Manage/TwoFactorAuthentication");
        await Need(Role.LabTechnician, false);

        Assert.Equal((10, 10, null), (codes.Length, codes.Distinct().Count(), none));
        Assert.Equal((SignIn.SignInPath, "/lab", SignIn.SignInPath), ((await wrong.Open("/lab")).Path, (await opened.Open("/lab")).Path, (await again.Open("/lab")).Path));
        Assert.Contains("To sign in you need your passkey. 9 recovery codes are left.", state.Main, StringComparison.Ordinal);
        var kept = await App.UsingDb(db => db.UserTokens.Where(t => t.UserId == account.Id).Select(t => t.Value!).ToListAsync());
        Assert.DoesNotContain(kept, value => Array.Exists(codes, code => value.Contains(code, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task New_codes_take_the_place_of_the_old_ones_and_an_administrator_takes_them_away_with_the_passkey()
    {
        var (account, _) = await WithPasskey(Role.LabTechnician);
        var (old, browser) = ((await FirstCodes(account))!, await SignedIn(account));

        var shown = await (await browser.Open("/Identity/Account/Manage/GenerateRecoveryCodes")).Submit();
        await Need(Role.LabTechnician, true);
        var (before, after) = (await Recover(account, old[0]), await Recover(account, shown.Texts("ol.hw-codes li")[0]));
        var (withOld, withNew) = ((await before.Open("/lab")).Path, (await after.Open("/lab")).Path);
        await Need(Role.LabTechnician, false);
        await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm("#factor");

        Assert.Equal((10, SignIn.SignInPath, "/lab"), (shown.Texts("ol.hw-codes li").Count, withOld, withNew));
        Assert.NotNull(await FirstCodes(account));
    }

    [Fact]
    public async Task Who_has_no_second_factor_is_given_no_codes_for_it()
    {
        var page = await (await (await SignedIn(await AnAccount(Role.Nurse))).Open("/Identity/Account/Manage/GenerateRecoveryCodes")).Submit();

        Assert.Contains("Set up a second factor first", page.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_prove_nothing_are_refused_and_counted_under_the_passkey_and_not_under_its_owner()
    {
        var (account, id) = await WithPasskey(Role.Nurse);
        var browser = Anonymous();
        var form = await browser.Open(SignIn.SignInPath);
        var answer = $$$"""{"id":"{{{id}}}","response":{"clientDataJSON":"{{{WebEncoders.Base64UrlEncode("{\"challenge\":\"AAAA\"}"u8)}}}"}}""";

        foreach (var nonsense in new[] { "", "{", "[]", "{\"id\":\"?\"}", answer, answer })
        {
            form = await form.SubmitForm("form[data-passkey]", ("Credential", nonsense));
            Assert.Contains("This passkey was not accepted", form.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(2, await App.UsingDb(db => db.SignInTries.Where(t => t.Id == PlaceOf(id)).Select(t => t.Failed).SingleAsync()));
        Assert.False(await App.UsingDb(db => db.SignInTries.AnyAsync(t => t.Id == account.Id)));
    }

    [Fact]
    public async Task Adding_without_an_answer_or_without_a_name_says_why()
    {
        var page = await (await SignedIn(await AnAccount(Role.Nurse))).Open(Manage);

        Assert.Contains("It needs JavaScript for that.", (await page.Submit(("Input.Name", "Phone"))).Errors, StringComparison.Ordinal);
        Assert.Contains("Give the passkey a name", (await page.Submit(("Input.Name", " "))).Errors, StringComparison.Ordinal);
        Assert.Contains("This passkey was not accepted.", (await page.Submit(("Input.Name", "Phone"), ("Input.Credential", "{}"))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_tells_the_owner_ends_other_sessions_and_stands_in_the_audit_trail()
    {
        var (account, id) = await WithPasskey(Role.Nurse);
        var (here, there) = (await SignedIn(account), await SignedIn(account));

        var list = await (await here.Open($"{Manage}/Remove/{id}")).Submit();

        Assert.Contains("Your account has no passkey yet.", list.Main, StringComparison.Ordinal);
        Assert.Equal(SignIn.SignInPath, (await there.Open("/nurse")).Path);
        Assert.Contains(await App.UsingDb(db => db.OutgoingMails.Where(m => m.To == account.Email).Select(m => m.Body).ToListAsync()), letter => letter.StartsWith("The passkey “Work computer” was removed", StringComparison.Ordinal));
        var entry = PlaceOf(id).ToString();
        Assert.Equal([AuditAction.Create, AuditAction.Delete], await App.UsingDb(db => db.Set<AuditEntry>().Where(e => e.EntityId == entry && e.EntityType.StartsWith("IdentityUserPasskey")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    private async Task<(Account Account, string Id)> WithPasskey(Role role)
    {
        var account = await AnAccount(role);
        var passkey = new UserPasskeyInfo(RandomNumberGenerator.GetBytes(32), [1], App.Clock.Now, 0, [], true, false, false, [1], [1]) { Name = "Work computer" };
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.AddOrUpdatePasskeyAsync((await accounts.FindByIdAsync(account.Id.ToString()))!, passkey)).Succeeded);
        return (account, WebEncoders.Base64UrlEncode(passkey.CredentialId));
    }

    private static Guid PlaceOf(string id) => new PasskeyAnswer(WebEncoders.Base64UrlDecode(id), []).Place;

    private async Task<string[]?> FirstCodes(Account account)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
        return await accounts.FirstRecoveryCodesAsync((await accounts.FindByIdAsync(account.Id.ToString()))!);
    }

    private async Task<Browser> Recover(Account account, string code)
    {
        var browser = Anonymous();
        var asked = await (await SignInAs(account, browser)).Click("My passkey is lost: use a recovery code");
        await asked.SubmitForm("form[method=post]", ("Input.RecoveryCode", code));
        return browser;
    }

    private static string Token(Browser.Page page) => page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static Task<HttpResponseMessage> Post(Browser browser, string path, string token, params (string, string)[] fields) => browser.Client.PostAsync(path, new FormUrlEncodedContent(
        [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]));

    private Task Need(Role role, bool needed) => App.UsingDb(db => db.Roles.Where(r => r.Name == role.ToString()).ExecuteUpdateAsync(r => r.SetProperty(x => x.NeedsSecondFactor, needed)));
}
