using System.Net;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

/// <summary>A program that speaks https itself, and one behind a proxy that does.</summary>
public sealed class HttpsTests(TestServer server)
{
    [Theory]
    [InlineData("https://localhost:5001;http://localhost:5000", "http://hospital.example/faq?q=1", "https://hospital.example/faq?q=1")]
    [InlineData("https://localhost:5001;http://localhost:5000", "https://hospital.example/faq", null)]
    [InlineData("https://localhost:5001;http://localhost:5000", "http://localhost/health/live", null)]
    [InlineData("http://localhost:5000", "http://hospital.example/faq", null)]
    public async Task Whoever_asks_for_the_public_name_without_https_is_led_to_it(string listens, string asked, string? led)
    {
        await using var app = new HospitalApp(server) { Settings = { ["HOSPITAL_URL"] = listens, ["PublicUrl"] = "https://hospital.example" } };
        await app.InitializeAsync();

        using var answer = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(asked);

        Assert.Equal((led is null ? HttpStatusCode.OK : HttpStatusCode.PermanentRedirect, led), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal([], ResponseHeaders.Missing(answer));
    }
}
