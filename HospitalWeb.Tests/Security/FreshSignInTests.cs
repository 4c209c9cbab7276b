using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Security;

/// <summary>What opens only to somebody who has just proven who he is: found in the running program, and compared with what a person has written down.</summary>
public sealed class FreshSignInTests(HospitalApp app) : AccountTest(app)
{
    private enum Asks { Always, ForTheForm }

    private static readonly Dictionary<string, Asks> Reviewed = new()
    {
        // How one signs in
        ["/Identity/Account/Manage/Email"] = Asks.Always,
        ["/Identity/Account/Manage/EnableAuthenticator"] = Asks.Always,
        ["/Identity/Account/Manage/ResetAuthenticator"] = Asks.Always,
        ["/Identity/Account/Manage/Disable2fa"] = Asks.Always,
        ["/Identity/Account/Manage/GenerateRecoveryCodes"] = Asks.Always,
        ["/Identity/Account/Manage/Passkeys"] = Asks.Always,
        ["/Identity/Account/Manage/Passkeys/Rename/{id}"] = Asks.Always,
        ["/Identity/Account/Manage/Passkeys/Remove/{id}"] = Asks.Always,
        ["/session/passkey/new"] = Asks.Always,
        // Who may do what
        ["/admin/roles"] = Asks.Always,
        ["/admin/accounts/new"] = Asks.Always,
        ["/admin/accounts/{id:guid}"] = Asks.Always,
        ["/admin/accounts/{id:guid}/wards"] = Asks.Always,
        // What leaves in bulk, and what opens without a tie
        ["/admin/audit/export"] = Asks.Always,
        ["/emergency-access/{id:guid}"] = Asks.ForTheForm,
    };

    [Fact]
    public void What_asks_is_what_is_written_down()
    {
        var marked = from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     let fresh = endpoint.Metadata.GetMetadata<FreshSignInAttribute>()
                     where fresh is not null
                     let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                     select $"{(route.EndsWith("/Index", StringComparison.Ordinal) ? route[..^"/Index".Length] : route)}: {(fresh.FormsOnly ? Asks.ForTheForm : Asks.Always)}";

        Assert.Equal(Reviewed.Select(line => $"{line.Key}: {line.Value}").Order(), marked.Distinct().Order());
    }

    [Fact]
    public async Task Each_of_them_opens_within_five_minutes_and_asks_again_after()
    {
        using var direct = App.CreateClient(new() { AllowAutoRedirect = false });
        direct.DefaultRequestHeaders.Add("Cookie", await CookieOf(await AnAccount(Role.Admin)));

        App.Clock.Now += TimeSpan.FromMinutes(4);
        var (before, beforeForms) = (await Asked(HttpMethod.Get), await Asked(HttpMethod.Post));
        App.Clock.Now += TimeSpan.FromMinutes(2);
        var (after, afterForms) = (await Asked(HttpMethod.Get), await Asked(HttpMethod.Post));

        Assert.Equal([], before.Concat(beforeForms));
        // The browser's question for a new passkey is no page to look at.
        Assert.Equal(Reviewed.Where(line => line.Value == Asks.Always && line.Key != "/session/passkey/new").Select(line => line.Key), after);
        Assert.Equal(Reviewed.Keys, afterForms);

        async Task<IEnumerable<string>> Asked(HttpMethod method)
        {
            List<string> asked = [];
            foreach (var route in Reviewed.Keys)
            {
                using var request = new HttpRequestMessage(method, AccessTests.Filled(route));
                if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([]);
                using var answer = await direct.SendAsync(request);
                if (answer.Headers.Location?.ToString().StartsWith(SessionGate.UnlockPath, StringComparison.Ordinal) == true) asked.Add(route);
            }
            return asked;
        }
    }

    private async Task<string> CookieOf(Account account)
    {
        using var client = App.CreateClient(new() { AllowAutoRedirect = false });
        var form = await new Browser(client).Open(SignIn.SignInPath);
        using var sent = new HttpRequestMessage(HttpMethod.Post, SignIn.SignInPath)
        {
            Content = new FormUrlEncodedContent(form.Document.QuerySelectorAll("main form")[0].QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("name") switch
            {
                "Input.Email" => account.Email!,
                "Input.Password" => Password,
                _ => input.GetAttribute("value") ?? "",
            }))),
        };
        using var answer = await client.SendAsync(sent);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }
}
