using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>A connection that stays open all day belongs to a session like any page.</summary>
public sealed class LiveSessionTests : AccountTest
{
    public LiveSessionTests(HospitalApp app) : base(app)
    {
        app.Settings["Live:Run"] = "true";
        // A connection ends with its sign-in, by the machine's own clock: the hospital's clock must not be behind it.
        app.Clock.Now = new(DateTime.UtcNow.Date.AddDays(1).AddHours(12), TimeSpan.Zero);
    }

    [Theory]
    [InlineData("#disable")]
    [InlineData("#roles")]
    [InlineData("#factor")]
    [InlineData("sign out")]
    [InlineData("ended elsewhere")]
    public async Task What_ends_the_session_closes_its_connections_and_no_other(string how)
    {
        var account = await AnAccount(Role.Nurse);
        var (browser, cookies) = await WithCookies(account);
        if (how == "#factor") await App.UsingDb(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TwoFactorEnabled, true)));
        using var listening = await Connect(cookies);
        using var colleague = await Connect((await WithCookies(await AnAccount(Role.Nurse))).Cookies);

        if (how == "sign out") await (await browser.Open("/nurse")).SubmitForm("form[action*=Logout]");
        else if (how == "ended elsewhere") await (await (await SignedIn(account)).Open("/Identity/Account/Manage/Sessions")).SubmitForm("form[action*=End]");
        else await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm(how, how == "#roles" ? [("Input.Roles", "Receptionist")] : []);

        Assert.True(await listening.EndsAsync());
        Assert.Contains("\"type\":3", await colleague.WatchAsync("beds"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_listen_is_nobody_s_activity()
    {
        var (browser, cookies) = await WithCookies(await AnAccount(Role.Nurse));

        for (var minute = 0; minute < 14; minute++)
        {
            App.Clock.Now += TimeSpan.FromMinutes(1);
            using var listening = await Connect(cookies);
        }

        App.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(SessionGate.UnlockPath, (await browser.Open("/nurse")).Path);
    }

    private async Task<(Browser Browser, string Cookies)> WithCookies(Account account)
    {
        var jar = new CookieContainer();
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(account, browser);
        return (browser, jar.GetCookieHeader(browser.Client.BaseAddress!));
    }

    private Task<LiveLine> Connect(string cookies) => LiveLine.OpenAsync(App, request => request.Headers.Cookie = cookies);
}
