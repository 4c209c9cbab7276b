using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>Who opens another's record at the portal, how much of it, and until when.</summary>
public sealed class ProxyTests(HospitalApp app) : PageTest(app), IAsyncLifetime
{
    private readonly Patient parent = Given.Patient("Byron", "Annabella"), child = Given.Patient("Byron", "Ada", born: new(2012, 12, 10)), stranger = Given.Patient("Babbage");
    private readonly Guid account = Guid.NewGuid(), own = Guid.NewGuid();

    private Browser Parent => As(Role.Patient, account: account, patient: parent.Id);
    private string Mrn => $"PAT-{parent.Number:00000}";
    private static string Of(Patient patient, string page = "") => $"/for/{patient.Id}/patient{page}";

    public async ValueTask InitializeAsync()
    {
        App.Clock.Now = Given.Now;
        await App.Save(parent, stranger, Given.Appointment(child, Given.Doctor(), Given.Now.AddDays(3)));
        await App.Save(AnAccount(account, parent), AnAccount(own, child));
    }

    public ValueTask DisposeAsync()
    {
        App.Clock.Now = Given.Now;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_parent_opens_the_childs_record_until_the_child_is_of_age()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(Of(child))).Status);
        var granted = await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));
        Assert.Equal("Parent may open this record until 09-Dec-2030.", granted.Notice);

        var records = await Parent.Open("/records");
        var home = await records.Click("BYRON, Ada");
        Assert.Contains("You are looking at the record of BYRON, Ada", home.Main);
        Assert.Contains("“you” and “your” on these pages are the patient", home.Main);
        var appointments = await home.Click("Appointments");
        Assert.Equal(Of(child, "/appointments"), appointments.Path);
        Assert.Single(appointments.Document.QuerySelectorAll("main ul a[href*='/patient/appointments/']"));
        foreach (var page in new[] { "/visits", "/results", "/prescriptions", "/bills", "/access" }) Assert.Equal(HttpStatusCode.OK, (await Parent.Open(Of(child, page))).Status);
        Assert.Contains("Somebody else may open your record", await App.UsingDb(db => db.Notifications.To(own).Select(n => n.Title).ToListAsync()));

        // 10 December 2030, the eighteenth birthday, has begun.
        App.Clock.Now = new(2030, 12, 9, 23, 59, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await Parent.Open(Of(child))).Status);
        App.Clock.Now = new(2030, 12, 10, 0, 0, 1, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(Of(child))).Status);
        Assert.DoesNotContain("BYRON, Ada", (await Parent.Open("/records")).Main);
    }

    [Fact]
    public async Task What_a_proxy_may_not_open_is_not_there_and_is_written_down()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Guardian)), ("Input.Scope", nameof(ProxyScope.AppointmentsAndBills)));

        foreach (var page in new[] { "", "/appointments", "/bills" }) Assert.Equal(HttpStatusCode.OK, (await Parent.Open(Of(child, page))).Status);
        foreach (var page in new[] { "/visits", "/results", "/prescriptions", "/access" }) Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(Of(child, page))).Status);
        Assert.DoesNotContain("Results", (await Parent.Open(Of(child))).Texts(".hw-menu-wide a"));
        foreach (var other in new[] { Of(stranger), $"/for/{Guid.NewGuid()}/patient" }) Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient, account: own, patient: child.Id).Open(Of(parent))).Status);

        var entries = await App.UsingDb(db => db.AuditEntries.Where(e => e.AccountId == account).ToListAsync());
        Assert.Contains(entries, e => e.Action == AuditAction.AccessDenied && e.PatientId == stranger.Id);
        // Whoever leaves the portal leaves the other's record.
        Assert.DoesNotContain("BYRON, Ada", (await Parent.Open($"/for/{child.Id}/notifications")).Main);
        Assert.Equal(HttpStatusCode.Forbidden, (await Parent.Open($"/for/{child.Id}/reception")).Status);
    }

    [Fact]
    public async Task A_right_that_is_ended_at_the_desk_is_gone_at_the_next_click()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));
        var appointment = (await Parent.Open(Of(child, "/appointments"))).Document.QuerySelector("main ul a")!.GetAttribute("href")!;
        Assert.StartsWith($"/for/{child.Id}/", appointment, StringComparison.Ordinal);
        var cancel = await Parent.Open($"{appointment}/cancel");

        var ended = await (await As(Role.Receptionist).Open($"/reception/patients/{child.Id}/proxies")).SubmitForm("form[action*='End']");

        Assert.Equal("Parent no longer opens this record.", ended.Notice);
        Assert.Equal(HttpStatusCode.NotFound, (await cancel.Submit(("Reason", "She is ill"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(appointment)).Status);
    }

    [Fact]
    public async Task Whom_the_patient_has_chosen_the_patient_sends_away_alone()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Chosen)), ("Input.Scope", nameof(ProxyScope.Record)), ("Input.Until", "2026-12-01"));
        var patient = As(Role.Patient, account: own, patient: child.Id);
        var seenByTheProxy = await Parent.Open(Of(child, "/access"));
        var mine = await patient.Open("/patient/access");
        Assert.Equal((1, 0), (mine.Document.QuerySelectorAll("form[action*='End']").Length, seenByTheProxy.Document.QuerySelectorAll("form[action*='End']").Length));
        var right = mine.Document.QuerySelector("form[action*='End'] input[name=proxy]")!.GetAttribute("value")!;
        foreach (var notTheirs in new[] { seenByTheProxy, await As(Role.Patient, patient: stranger.Id).Open("/patient/access") }) Assert.Equal(HttpStatusCode.NotFound, await SendAwayAsync(notTheirs, right));

        var ended = await mine.SubmitForm("form[action*='End']");

        Assert.Equal("Parent no longer opens your record.", ended.Notice);
        Assert.DoesNotContain("Who else may open your record", ended.Main);
        Assert.Equal(HttpStatusCode.NotFound, (await Parent.Open(Of(child))).Status);
        Assert.Equal(own, await App.UsingDb(db => db.PatientProxies.Where(p => p.PatientId == child.Id).Select(p => p.Ended!.AccountId).SingleAsync()));
    }

    [Fact]
    public async Task A_parents_right_is_not_the_patients_to_end()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));
        var right = await App.UsingDb(db => db.PatientProxies.Where(p => p.PatientId == child.Id).Select(p => p.Id).SingleAsync());

        var mine = await As(Role.Patient, account: own, patient: child.Id).Open("/patient/access");

        Assert.Contains("Ask at the desk", mine.Main);
        Assert.Equal(HttpStatusCode.NotFound, await SendAwayAsync(mine, right.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await Parent.Open(Of(child))).Status);
    }

    [Fact]
    public async Task What_a_proxy_does_says_so_in_the_trail()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));
        var appointment = (await Parent.Open(Of(child, "/appointments"))).Document.QuerySelector("main ul a")!.GetAttribute("href")!;

        var cancelled = await (await Parent.Open($"{appointment}/cancel")).Submit(("Reason", "She is ill"));

        Assert.Equal(HttpStatusCode.OK, cancelled.Status);
        var entry = await App.UsingDb(db => db.AuditEntries.SingleAsync(e => e.AccountId == account && e.EntityType == "Appointment" && e.PatientId == child.Id && e.Action == AuditAction.Update));
        Assert.StartsWith(AuditEntry.AsProxy, entry.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAT-99999", nameof(ProxyRelationship.Parent), "", "Certificate", "has an account at the portal")]
    [InlineData("", nameof(ProxyRelationship.Parent), "", "Certificate", "Enter the number of the proxy.")]
    [InlineData("parent", nameof(ProxyRelationship.Chosen), "", "Consent", "Enter the last day.")]
    [InlineData("parent", nameof(ProxyRelationship.Chosen), "2031-01-01", "Consent", "Choose a day within 2 years.")]
    [InlineData("parent", nameof(ProxyRelationship.Parent), "2020-01-01", "Certificate", "The last day must not be over.")]
    [InlineData("parent", nameof(ProxyRelationship.Parent), "", "", "Write down what was shown")]
    [InlineData("child", nameof(ProxyRelationship.Attorney), "2026-12-01", "Court order", "This is the patient's own account.")]
    public async Task What_is_missing_is_said(string who, string relationship, string until, string evidence, string sentence)
    {
        var number = who switch { "parent" => Mrn, "child" => $"PAT-{child.Number:00000}", _ => who };

        var refused = await GrantAsync(("Input.Mrn", number), ("Input.Relationship", relationship), ("Input.Scope", nameof(ProxyScope.Record)), ("Input.Until", until), ("Input.Evidence", evidence));

        Assert.Contains(sentence, refused.Errors);
        Assert.False(await App.UsingDb(db => db.PatientProxies.AnyAsync(p => p.PatientId == child.Id)));
    }

    [Fact]
    public async Task Nobody_is_recorded_twice_or_as_parent_of_a_grown_up()
    {
        await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));
        var twice = await GrantAsync(("Input.Relationship", nameof(ProxyRelationship.Guardian)), ("Input.Scope", nameof(ProxyScope.Record)));
        var grown = await (await As(Role.Receptionist).Open($"/reception/patients/{stranger.Id}/proxies")).SubmitForm("#grant",
            ("Input.Mrn", Mrn), ("Input.Evidence", "Certificate"), ("Input.Relationship", nameof(ProxyRelationship.Parent)), ("Input.Scope", nameof(ProxyScope.Record)));

        Assert.Contains("is a proxy of this patient already", twice.Errors);
        Assert.Contains("is of age", grown.Errors);
    }

    private async Task<Browser.Page> GrantAsync(params (string, string)[] fields) =>
        await (await As(Role.Receptionist).Open($"/reception/patients/{child.Id}/proxies")).SubmitForm("#grant",
            [.. new[] { ("Input.Mrn", Mrn), ("Input.Evidence", "Birth certificate") }.Where(usual => !fields.Any(field => field.Item1 == usual.Item1)), .. fields]);

    private static async Task<HttpStatusCode> SendAwayAsync(Browser.Page page, string right)
    {
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (await page.Browser.Client.PostAsync($"{page.Path}?handler=End", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("proxy", right)]))).StatusCode;
    }

    private static Account AnAccount(Guid id, Patient patient) => new()
    {
        Id = id, PatientId = patient.Id, UserName = $"{id:N}@example.org", NormalizedUserName = $"{id:N}@EXAMPLE.ORG", Email = $"{id:N}@example.org", NormalizedEmail = $"{id:N}@EXAMPLE.ORG",
        DisplayName = "Parent", CreatedAt = Given.Now, PasswordHash = "none", SecurityStamp = $"{id:N}",
    };
}
