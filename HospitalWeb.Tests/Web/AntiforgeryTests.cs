using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace HospitalWeb.Tests.Web;

public sealed class AntiforgeryTests(HospitalApp app) : PageTest(app)
{
    private const string Field = "__RequestVerificationToken";

    [Fact]
    public async Task No_form_is_taken_without_the_token_of_who_sends_it()
    {
        var handlers = await Handlers();
        var before = await App.HashesAsync();
        List<string> taken = [];

        foreach (var (page, role, handler) in handlers)
        {
            var path = AccessTests.Filled(page) + (handler is null ? "" : $"?handler={handler}");
            // A token and its cookie of somebody else, and of nobody.
            var foreign = await (role is null ? As(Role.Auditor).Open("/admin/audit/verify") : As(role is Role.Doctor ? Role.Nurse : Role.Doctor).Open("/notifications"));
            var token = foreign.Document.QuerySelector($"[name={Field}]")?.GetAttribute("value") ?? "";
            // All that our own form would send, from a page of another site.
            var own = role is { } sender ? await As(sender).Open("/notifications") : await Anonymous().Open(SignIn.SignInPath);
            var right = own.Document.QuerySelector($"[name={Field}]")?.GetAttribute("value") ?? "";
            foreach (var (what, content, site) in new (string, HttpContent, string?)[]
            {
                ("no token", Form([]), null), ("an empty token", Form([(Field, "")]), null), ("an invented token", Form([(Field, "CfDJ8InventedInventedInventedInvented")]), null),
                ("somebody else's token", Form([(Field, token)]), null), ("another site's form", Form([(Field, right)]), "cross-site"),
                ("JSON as plain text", new StringContent($$"""{"{{Field}}":"{{token}}"}""", Encoding.UTF8, "text/plain"), "same-origin"),
            })
            {
                var browser = what.StartsWith("somebody", StringComparison.Ordinal) ? foreign.Browser.Client : site is "cross-site" ? own.Browser.Client : App.CreateClient(new() { AllowAutoRedirect = false });
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
                if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
                SendAs(request.Headers, browser, role);
                using var answer = await browser.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.BadRequest) taken.Add($"{path} as {role}, {what}: {(int)answer.StatusCode}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{handlers.Count} handlers, {handlers.Count * 6} forms");
        Assert.Equal([], taken);
        Assert.Equal([], (await App.HashesAsync()).ChangedSince(before));
        Assert.InRange(handlers.Count, 60, int.MaxValue);
    }

    private async Task<List<(string Page, Role? Role, string? Handler)>> Handlers()
    {
        var loader = App.Services.GetRequiredService<PageLoader>();
        List<(string, Role?, string?)> found = [];
        foreach (var endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { ViewEnginePath: not "/Error" } descriptor) continue;

            var page = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (page.EndsWith("/Index", StringComparison.Ordinal)) continue;
            var compiled = await loader.LoadAsync(descriptor, endpoint.Metadata);
            foreach (var handler in compiled.HandlerMethods.Where(h => h.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)))
                found.Add((page, AccessTable.SignedIn.TryGetValue(page, out var roles) ? roles[0] : null, handler.Name));
        }

        return [.. found.Distinct()];
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static void SendAs(HttpRequestHeaders headers, HttpClient browser, Role? role)
    {
        browser.DefaultRequestHeaders.Remove(HeaderSignIn.RoleHeader);
        if (role is not { } r) return;
        headers.Add(HeaderSignIn.RoleHeader, r.ToString());
        headers.Add(HeaderSignIn.PractitionerHeader, Guid.Empty.ToString());
        headers.Add(HeaderSignIn.PatientHeader, Guid.Empty.ToString());
    }
}
