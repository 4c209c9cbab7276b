using System.Net;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

public sealed class SessionTests(HospitalApp app) : AccountTest(app)
{
    [Fact]
    public async Task A_session_is_known_by_the_hash_of_its_key_and_by_its_device()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = Anonymous();
        browser.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36");

        await SignInAs(account, browser);

        var session = await App.UsingDb(db => db.Sessions.SingleAsync(s => s.AccountId == account.Id));
        Assert.Equal(32, session.KeyHash.Length);
        Assert.Equal(App.Clock.Now.AddHours(12), session.EndsAt);
        Assert.Equal(App.Clock.Now, await App.UsingDb(db => db.Set<Account>().Where(a => a.Id == account.Id).Select(a => a.LastSignInAt).SingleAsync()));
        Assert.Contains("Chrome on Windows", (await browser.Open("/Identity/Account/Manage/Sessions")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_from_before_signing_out_opens_nothing()
    {
        var jar = new CookieContainer();
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(await AnAccount(Role.Nurse), browser);
        var copied = jar.GetCookieHeader(browser.Client.BaseAddress!);
        Assert.Equal(HttpStatusCode.OK, await Answer(copied, "/nurse"));

        await (await browser.Open("/nurse")).SubmitForm("form[action*=Logout]");

        Assert.Equal(HttpStatusCode.Redirect, await Answer(copied, "/nurse"));
    }

    [Fact]
    public async Task Signing_in_again_in_the_same_browser_ends_the_session_before()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = await SignedIn(account);

        await SignInAs(account, browser);

        var sessions = await App.UsingDb(db => db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync());
        Assert.Equal((2, 1), (sessions.Count, sessions.Count(s => s.EndedAt is null)));
    }

    [Fact]
    public async Task A_cookie_that_somebody_put_into_the_browser_before_is_worth_nothing_after_signing_in()
    {
        var (jar, attacker) = (new CookieContainer(), await AnAccount(Role.Nurse));
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(attacker, browser);
        var planted = jar.GetCookieHeader(browser.Client.BaseAddress!);

        await SignInAs(await AnAccount(Role.Nurse), browser);

        Assert.Equal((HttpStatusCode.Redirect, "/nurse"), (await Answer(planted, "/nurse"), (await browser.Open("/nurse")).Path));
    }

    [Fact]
    public async Task An_account_whose_address_was_never_proven_neither_signs_in_nor_stays_in()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = await SignedIn(account);

        await App.UsingDb(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, false)));

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
        Assert.Contains("E-mail or password is wrong", (await SignInAs(account, Anonymous())).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_with_the_next_request()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = await SignedIn(account);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/nurse")).Status);

        var page = await As(Role.Admin).Open($"/admin/accounts/{account.Id}");
        await page.SubmitForm("#roles", ("Input.Roles", "Receptionist"));

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task A_disabled_account_is_out_with_the_next_request()
    {
        var account = await AnAccount(Role.Nurse);
        var browser = await SignedIn(account);

        await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm("#disable");

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one()
    {
        var account = await AnAccount(Role.Nurse);
        var (here, there) = (await SignedIn(account), await SignedIn(account));

        await (await here.Open("/Identity/Account/Manage/ChangePassword")).SubmitForm("main form[method=post]",
            ("Input.OldPassword", Password), ("Input.NewPassword", "another long secret"));

        Assert.Equal("/nurse", (await here.Open("/nurse")).Path);
        Assert.Equal("/Identity/Account/Login", (await there.Open("/nurse")).Path);
    }

    [Fact]
    public async Task One_s_own_sessions_can_be_ended_and_nobody_else_s()
    {
        var account = await AnAccount(Role.Nurse);
        var (here, there, stranger) = (await SignedIn(account), await SignedIn(account), await SignedIn(await AnAccount(Role.Nurse)));

        var foreign = await (await there.Open("/Identity/Account/Manage/Sessions")).Browser.Client.GetAsync("/Identity/Account/Manage/Sessions");
        await (await here.Open("/Identity/Account/Manage/Sessions")).SubmitForm("form[action*=End]");

        Assert.True(foreign.IsSuccessStatusCode);
        Assert.Equal("/Identity/Account/Login", (await there.Open("/nurse")).Path);
        Assert.Equal("/nurse", (await stranger.Open("/nurse")).Path);
    }

    [Theory]
    [InlineData(14, 55, "/nurse")]
    [InlineData(15, 0, SessionGate.UnlockPath)]
    public async Task Fifteen_minutes_untouched_lock_a_session(int minutes, int seconds, string path)
    {
        var browser = await SignedIn(await AnAccount(Role.Nurse));

        App.Clock.Now += new TimeSpan(0, minutes, seconds);

        Assert.Equal(path, (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_does_not_keep_a_session_open()
    {
        var browser = await SignedIn(await AnAccount(Role.Nurse));

        for (var asked = 0; asked < 32; asked++)
        {
            App.Clock.Now += TimeSpan.FromSeconds(30);
            await Polls(browser, "/nurse?skip_timeout_reset=1&keepalive=1");
        }

        Assert.Equal(SessionGate.UnlockPath, (await browser.Open("/nurse?ajax=1")).Path);
    }

    [Fact]
    public async Task A_locked_session_opens_with_the_password_where_it_was()
    {
        var browser = await SignedIn(await AnAccount(Role.Nurse));
        App.Clock.Now += TimeSpan.FromMinutes(20);
        var locked = await browser.Open("/nurse/patients?q=smith");

        var wrong = await locked.SubmitForm("#unlock", ("Password", "something else"));
        var right = await wrong.SubmitForm("#unlock", ("Password", Password));

        Assert.Contains("The password is wrong", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal("/nurse/patients?q=smith", right.PathAndQuery);
    }

    [Fact]
    public async Task A_form_sent_when_its_session_was_locked_is_kept_and_sent_after_the_password()
    {
        var browser = await SignedIn(await AnAccount(Role.Receptionist));
        var form = await browser.Open("/reception/patients/new");
        App.Clock.Now += TimeSpan.FromMinutes(20);

        var locked = await form.Submit(("Input.FamilyName", "Keptnot"), ("Input.Phone", "020 7946 0001"));
        var held = await locked.SubmitForm("#unlock", ("Password", Password));
        var page = await held.SubmitForm("form[action='/reception/patients/new']");

        Assert.Equal(SessionGate.UnlockPath, locked.Path);
        Assert.Contains("Keptnot", held.Main, StringComparison.Ordinal);
        Assert.Equal("Keptnot", page.Document.QuerySelector("[name='Input.FamilyName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_typed_is_shown_to_nobody_else()
    {
        var browser = await SignedIn(await AnAccount(Role.Receptionist));
        var form = await browser.Open("/reception/patients/new");
        App.Clock.Now += TimeSpan.FromMinutes(20);
        await form.Submit(("Input.FamilyName", "Confidentialname"));
        var held = await App.UsingDb(db => db.HeldForms.OrderByDescending(h => h.At).FirstAsync());

        var stranger = await (await SignedIn(await AnAccount(Role.Receptionist))).Open($"/held/{held.Id}");

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.DoesNotContain("Confidentialname", held.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_twelve_hours_a_session_is_over_however_busy()
    {
        var browser = await SignedIn(await AnAccount(Role.Nurse));

        for (var quarter = 0; quarter < 72; quarter++)
        {
            App.Clock.Now += TimeSpan.FromMinutes(10);
            await browser.Open("/nurse");
        }

        Assert.Equal("/Identity/Account/Login", (await browser.Open("/nurse")).Path);
    }

    [Fact]
    public async Task Giving_roles_asks_for_the_password_again_after_five_minutes()
    {
        var browser = await SignedIn(await AnAccount(Role.Admin));
        Assert.Equal("/admin/roles", (await browser.Open("/admin/roles")).Path);

        App.Clock.Now += TimeSpan.FromMinutes(6);

        var asked = await browser.Open("/admin/roles");
        Assert.Equal(SessionGate.UnlockPath, asked.Path);
        Assert.Equal("/admin/roles", (await asked.SubmitForm("#unlock", ("Password", Password))).Path);
    }

    private static async Task Polls(Browser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Live", "1");
        await browser.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> Answer(string cookie, string path)
    {
        var client = App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync(path)).StatusCode;
    }
}
