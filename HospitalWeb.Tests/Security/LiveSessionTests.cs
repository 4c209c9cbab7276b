using System.Net;
using System.Net.WebSockets;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Security;

/// <summary>A connection that stays open all day belongs to a session like any page.</summary>
public sealed class LiveSessionTests : AccountTest
{
    private const char End = '\u001e';

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
        var (account, jar) = (await AnAccount(Role.Nurse), new CookieContainer());
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(account, browser);
        if (how == "#factor") await App.UsingDb(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TwoFactorEnabled, true)));
        var cookies = jar.GetCookieHeader(browser.Client.BaseAddress!);
        using var listening = await Connect(cookies);
        using var colleague = await ConnectAs(await AnAccount(Role.Nurse));

        if (how == "sign out") await (await browser.Open("/nurse")).SubmitForm("form[action*=Logout]");
        else if (how == "ended elsewhere") await (await (await SignedIn(account)).Open("/Identity/Account/Manage/Sessions")).SubmitForm("form[action*=End]");
        else await (await As(Role.Admin).Open($"/admin/accounts/{account.Id}")).SubmitForm(how, how == "#roles" ? [("Input.Roles", "Receptionist")] : []);

        Assert.True(await Ends(listening));
        await Say(colleague, """{"type":1,"invocationId":"1","target":"Watch","arguments":["beds"]}""");
        Assert.Contains("\"type\":3", await Hear(colleague), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_listen_is_nobody_s_activity()
    {
        var (account, jar) = (await AnAccount(Role.Nurse), new CookieContainer());
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(account, browser);

        for (var minute = 0; minute < 14; minute++)
        {
            App.Clock.Now += TimeSpan.FromMinutes(1);
            using var listening = await Connect(jar.GetCookieHeader(browser.Client.BaseAddress!));
        }

        App.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(SessionGate.UnlockPath, (await browser.Open("/nurse")).Path);
    }

    private async Task<WebSocket> ConnectAs(Account account)
    {
        var jar = new CookieContainer();
        var browser = new Browser(App.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(jar)));
        await SignInAs(account, browser);
        return await Connect(jar.GetCookieHeader(browser.Client.BaseAddress!));
    }

    private async Task<WebSocket> Connect(string cookies)
    {
        var client = App.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Cookie = cookies;
        var socket = await client.ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None);
        await Say(socket, """{"protocol":"json","version":1}""");
        await Hear(socket);
        return socket;
    }

    private static Task Say(WebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Pings are not answers.
    private static async Task<string> Hear(WebSocket socket)
    {
        using var wait = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        while (true)
        {
            var heard = await socket.ReceiveAsync(buffer, wait.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, heard.Count);
            if (!text.Contains("\"type\":6", StringComparison.Ordinal)) return text;
        }
    }

    private static async Task<bool> Ends(WebSocket socket)
    {
        using var wait = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while ((await socket.ReceiveAsync(new byte[4096], wait.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (Exception hungUp) when (hungUp is WebSocketException or IOException)
        {
            // Hung up without a word.
        }
        return !wait.IsCancellationRequested;
    }
}
