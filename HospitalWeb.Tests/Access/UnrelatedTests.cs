using System.Net;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>Every page and form of one patient, asked for by everybody whose role would open it and who is not tied to the patient.</summary>
public sealed class UnrelatedTests(TestServer server) : IAsyncLifetime
{
    // Reception finds people before anybody treats them, and so does whoever admits them.
    private const string Admission = "/wards/patients/{patientId:guid}/admit";
    private readonly HospitalApp app = new(server) { Changes = { Matrix.TakeEveryForm } };
    private readonly Patient patient = Given.Patient();

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenAnyChartAsync(false);
        await app.Save(patient);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_is_not_tied_to_a_patient_opens_no_page_and_sends_no_form_and_each_refusal_is_written_down()
    {
        var before = await app.HashesAsync();
        var cells = Cells().ToList();

        var wrong = new List<string>();
        foreach (var (role, method, path) in cells)
        {
            using var answer = await AskAsync(role, Guid.NewGuid(), method, path);
            var expected = role is Role.Doctor or Role.Nurse ? answer.Headers.Location?.ToString().StartsWith($"/emergency-access/{patient.Id}?ReturnUrl=", StringComparison.Ordinal) == true : answer.StatusCode == HttpStatusCode.NotFound;
            if (!expected) wrong.Add($"{method} {path} answers {(int)answer.StatusCode} to {role}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cells.Count} requests");
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(60))}");
        Assert.InRange(cells.Count, 200, int.MaxValue);
        await app.Settled();
        Assert.Equal(cells.Count, await app.UsingDb(db => db.AuditEntries.CountAsync(e => e.PatientId == patient.Id && e.Action == AuditAction.AccessDenied)));
        Assert.Equal([], (await app.HashesAsync()).ChangedSince(before));
    }

    [Fact]
    public async Task Whoever_broke_the_glass_is_led_nowhere_else()
    {
        var account = new Account { UserName = "e", Email = "e@hospital.example", DisplayName = "E", CreatedAt = Given.Now };
        await app.UsingDb(async db =>
        {
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(EmergencyAccess.Begin(await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id), "Unconscious in the corridor", new(account.Id, "E", Given.Now)));
            await db.SaveChangesAsync();
        });

        List<string> wrong = [];
        foreach (var (role, method, path) in Cells().Where(cell => cell.Role is Role.Doctor or Role.Nurse))
        {
            using var answer = await AskAsync(role, account.Id, method, path);
            if ((int)answer.StatusCode >= 500 || answer.Headers.Location?.ToString().StartsWith("/emergency-access", StringComparison.Ordinal) == true) wrong.Add($"{method} {path} answers {(int)answer.StatusCode}");
        }

        Assert.Equal([], wrong);
    }

    private IEnumerable<(Role Role, string Method, string Path)> Cells() =>
        from line in AccessTable.SignedIn
        where line.Key.Contains("{patientId", StringComparison.Ordinal) && line.Key != Admission && !line.Key.StartsWith("/reception", StringComparison.Ordinal)
        from role in line.Value
        from form in new[] { ("GET", ""), ("HEAD", ""), ("POST", "") }.Concat(AccessTable.Forms.Keys.Where(form => form.StartsWith(line.Key + "?handler=", StringComparison.Ordinal)).Select(form => ("POST", form[line.Key.Length..])))
        let path = AccessTests.Filled(line.Key.Replace("{patientId:guid}", patient.Id.ToString(), StringComparison.Ordinal)) + form.Item2
        where form.Item1 != "POST" || form.Item2 != "" || HasForm(line.Key)
        select (role, form.Item1, path);

    // A page without a form of its own refuses every form before it asks whose it is.
    private bool HasForm(string route) => PostRoutes.Contains(route);

    private HashSet<string> PostRoutes => field ??= [.. app.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>() is var loader
        ? app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is { } page && loader.LoadAsync(page, endpoint.Metadata).Result.HandlerMethods.Any(handler => handler is { HttpMethod: "Post", Name: null or "" }))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')) : []];

    private async Task<HttpResponseMessage> AskAsync(Role role, Guid account, string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in Principal.By(role.ToString())) request.Headers.Add(name, value);
        request.Headers.Add(HeaderSignIn.AccountHeader, account.ToString());
        if (method == "POST") request.Content = new FormUrlEncodedContent([new(PatientFilter.FieldName, app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(PatientFilter.Purpose).Protect(patient.Id.ToString()))]);
        return await app.Server.CreateClient().SendAsync(request);
    }
}
