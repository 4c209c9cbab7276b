using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Access;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Web;

public sealed class FrontDoorTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS"), InlineData("TRACE"), InlineData("PROPFIND")]
    public async Task Only_reading_and_forms_are_served(string method)
    {
        using var answer = await As(Role.Admin).Client.SendAsync(new(new(method), "/admin/roles"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
        Assert.Equal([], ResponseHeaders.Missing(answer));
    }

    [Fact]
    public async Task Other_sites_get_no_leave_to_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/doctor") { Headers = { { "Origin", "https://evil.example" } } };

        using var answer = await As(Role.Doctor, practitioner: Guid.NewGuid()).Client.SendAsync(request);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://evil.example", true), InlineData("http://localhost.evil.example", true), InlineData("https://localhost", true), InlineData("null", true), InlineData("http://localhost", false)]
    public async Task A_live_board_is_told_to_no_page_of_another_site(string origin, bool isForeign)
    {
        var client = App.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => (request.Headers[HeaderSignIn.RoleHeader], request.Headers.Origin) = (nameof(Role.Nurse), origin);
        using var negotiation = new HttpRequestMessage(HttpMethod.Post, LiveHub.Path + "/negotiate?negotiateVersion=1") { Headers = { { "Origin", origin } } };

        var refused = await Record.ExceptionAsync(async () => (await client.ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None)).Dispose());
        using var answer = await As(Role.Nurse).Client.SendAsync(negotiation);

        Assert.Equal(isForeign, refused?.Message.Contains("403", StringComparison.Ordinal) == true);
        Assert.Equal(isForeign ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A cache in between would keep what looks like a file: under such an address there must be nothing.</summary>
    [Fact]
    public async Task No_page_answers_under_the_name_of_a_file()
    {
        List<string> wrong = [];
        foreach (var (page, roles) in AccessTable.SignedIn)
            foreach (var disguise in new[] { "/x.css", "/.js", ".css", ";.js", "%2fx.png", "%3b.ico", "/%2e%2e/x.svg" })
            {
                using var answer = await As(roles[0], practitioner: Guid.Empty, patient: Guid.Empty).Client.GetAsync(AccessTests.Filled(page) + disguise);
                if (answer.StatusCode != HttpStatusCode.NotFound || answer.Headers.CacheControl?.NoStore != true) wrong.Add($"{page}{disguise}: {(int)answer.StatusCode}");
            }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Who_asks_for_data_is_told_of_an_error_in_data()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "application/json" } } };

        using var answer = await Anonymous().Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Not found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"type":"csp-violation","body":{"effectiveDirective":"script-src-elem","documentURL":"http://x/patients/1"}}]""", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":{"violated-directive":"img-src"}}""", HttpStatusCode.NoContent)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    public async Task A_browser_may_tell_what_a_page_tried(string report, HttpStatusCode status)
    {
        using var answer = await App.CreateClient().PostAsync("/csp-report", new StringContent(report));

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("patients", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
