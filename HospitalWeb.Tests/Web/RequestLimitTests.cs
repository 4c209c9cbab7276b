using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

/// <summary>A program whose limits are low enough to be met.</summary>
public sealed class RequestLimitTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server);

    public async ValueTask InitializeAsync()
    {
        app.Settings["Limits:Run"] = "true";
        foreach (var limit in new[] { "SignIn", "Reset", "Search", "OwnRecord", "Print", "Export", "Report" }) app.Settings[$"Limits:{limit}:Permits"] = "3";
        await app.InitializeAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_too_many_tries_to_sign_in_one_must_wait_and_is_told_how_long()
    {
        var browser = new Browser(app.CreateClient());
        var page = await browser.Open("/Identity/Account/Login");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Submit(("Input.Email", "a@example.org"), ("Input.Password", "x"))).Status);

        page = await page.Submit(("Input.Email", "a@example.org"), ("Input.Password", "x"));

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(page.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Wait a minute", page.Main, StringComparison.Ordinal);
        Assert.Equal([], ResponseHeaders.Missing(page.Response));
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/Identity/Account/Login")).Status);
    }

    [Theory]
    [InlineData("Receptionist", "/reception/patients?Q=smith"), InlineData("Auditor", "/admin/audit/export"), InlineData("Nurse", "/nurse/patients?Q=smith"), InlineData("Auditor", "/admin/audit")]
    public async Task Each_person_has_a_limit_of_their_own(string role, string path)
    {
        var (one, other) = (Client(role), Client(role));

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await one.GetAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await one.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/notifications")).StatusCode);
    }

    [Fact]
    public async Task Patients_open_their_record_only_so_often_and_who_treats_any_chart()
    {
        var patient = Given.Patient();
        await app.Save(patient);
        var (portal, nurse) = (Client(nameof(Role.Patient)), Client(nameof(Role.Nurse)));
        portal.DefaultRequestHeaders.Add(HeaderSignIn.PatientHeader, patient.Id.ToString());

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await portal.GetAsync("/patient/results")).StatusCode);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync($"/nurse/patients/{patient.Id}/vitals")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await portal.GetAsync("/patient/results")).StatusCode);
    }

    [Fact]
    public async Task Whoever_watches_over_the_program_may_always_ask()
    {
        var client = app.CreateClient();

        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    private HttpClient Client(string role)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, role);
        client.DefaultRequestHeaders.Add(HeaderSignIn.AccountHeader, Guid.NewGuid().ToString());
        return client;
    }
}
