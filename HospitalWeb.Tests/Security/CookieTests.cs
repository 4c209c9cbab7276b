using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Tests.Security;

/// <summary>What the browser is told to keep, in a house with https and in one without.</summary>
public sealed class CookieTests(TestServer server) : IAsyncLifetime
{
    private const string Email = "nurse@hospital.example", Password = "a long enough secret";
    private readonly HospitalApp app = new(server);

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Over_https_every_cookie_bears_the_prefix_and_signing_out_clears_the_browser()
    {
        app.Settings["PublicUrl"] = "https://localhost";

        var (cookies, signedOut) = await WalkAsync("https://localhost");

        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var mark in new[] { "; secure", "; httponly", "; path=/", "; samesite=" }) Assert.Contains(mark, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.InRange(cookie.Length, 1, 4095);
        });
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-hospital-form=", StringComparison.Ordinal) && cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("\"cache\", \"storage\", \"cookies\"", signedOut);
    }

    [Fact]
    public async Task In_a_house_without_https_signing_in_works_and_no_cookie_asks_for_what_is_not_there()
    {
        var (cookies, signedOut) = await WalkAsync("http://localhost");

        Assert.All(cookies, cookie =>
        {
            Assert.DoesNotContain("__Host-", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(cookies, cookie => cookie.StartsWith("hospital-form=", StringComparison.Ordinal) && cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));
        Assert.Null(signedOut);
    }

    private async Task<(List<string> Cookies, string? SignedOut)> WalkAsync(string address)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = new Account { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "N Okoye", CreatedAt = app.Clock.Now };
            Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
            await accounts.AddToRoleAsync(account, nameof(Role.Nurse));
        }
        var heard = new Listening();
        using var client = app.CreateDefaultClient(new Uri(address), heard, new Microsoft.AspNetCore.Mvc.Testing.Handlers.RedirectHandler(), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(heard.Jar), heard.Inner);
        var browser = new Browser(client);

        var home = await (await browser.Open("/Identity/Account/Login")).Submit(("Input.Email", Email), ("Input.Password", Password));
        Assert.Equal("/nurse", home.Path);
        // A notice is a cookie too.
        await (await browser.Open("/Identity/Account/Manage/Email")).Submit(("Input.Email", "other@hospital.example"));
        await (await browser.Open("/nurse")).SubmitForm("form[action*='Logout']");
        return (heard.Inner.Cookies, heard.Inner.SignedOut);
    }

    private sealed class Listening : DelegatingHandler
    {
        public System.Net.CookieContainer Jar { get; } = new();
        public Ear Inner { get; } = new();
    }

    private sealed class Ear : DelegatingHandler
    {
        public List<string> Cookies { get; } = [];
        public string? SignedOut { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            // A cookie that is taken back says nothing more.
            if (response.Headers.TryGetValues("Set-Cookie", out var set)) Cookies.AddRange(set.Where(cookie => !cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)));
            if (response.Headers.TryGetValues("Clear-Site-Data", out var cleared)) SignedOut = cleared.Single();
            return response;
        }
    }
}
