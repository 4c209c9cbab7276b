using System.Net;
using System.Text.RegularExpressions;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Tests.Access;

public sealed partial class AccessTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public void Every_page_stands_in_the_table_and_every_line_of_the_table_is_a_page()
    {
        var table = AccessTable.Public.Concat(AccessTable.SignedIn.Keys).ToHashSet();

        Assert.Equal([], Pages().Except(table).Order());
        Assert.Equal([], table.Except(Pages()).Order());
    }

    [Fact]
    public async Task Every_page_opens_to_the_roles_of_the_table_and_to_nobody_else()
    {
        List<string> wrong = [];
        var clients = Enum.GetValues<Role>().ToDictionary(role => role, role => NotFollowing(As(role, practitioner: Guid.NewGuid(), patient: Guid.NewGuid()).Client));
        foreach (var (page, allowed) in AccessTable.SignedIn)
            foreach (var (role, client) in clients)
                if (await Opens(client, page) != allowed.Contains(role)) wrong.Add($"{page} {(allowed.Contains(role) ? "is closed to" : "is open to")} {role}");

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_except_on_public_pages()
    {
        var anonymous = App.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var page in AccessTable.SignedIn.Keys)
        {
            var answer = await anonymous.GetAsync(Filled(page));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains(SignIn.SignInPath, StringComparison.Ordinal), $"{page} answers {answer.StatusCode} to anybody.");
        }
        foreach (var page in AccessTable.Public)
        {
            var answer = await anonymous.GetAsync(Filled(page));
            Assert.False(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("ReturnUrl", StringComparison.Ordinal), $"{page} asks to sign in.");
        }
    }

    private IEnumerable<string> Pages() => App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Select(route => route.EndsWith("/Index", StringComparison.Ordinal) ? route[..^"/Index".Length] : route)
        .Distinct();

    private HttpClient NotFollowing(HttpClient like)
    {
        var client = App.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var (name, value) in like.DefaultRequestHeaders) client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    // An open page may say that there is no such row; a closed one does not even look.
    private static async Task<bool> Opens(HttpClient client, string page) => (await client.GetAsync(Filled(page))).StatusCode != HttpStatusCode.Forbidden;

    internal static string Filled(string route) => Parameter().Replace(route, match => match.Groups["kind"].Value switch
    {
        "guid" => Guid.Empty.ToString(),
        "int" or "long" => "404",
        _ => "x",
    });

    [GeneratedRegex(@"\{[*]*(?<name>\w+)(:(?<kind>\w+))?[^}]*\}")]
    private static partial Regex Parameter();
}
