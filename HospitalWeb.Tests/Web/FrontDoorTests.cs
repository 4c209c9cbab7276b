using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

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
