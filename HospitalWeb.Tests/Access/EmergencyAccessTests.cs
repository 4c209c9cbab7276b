using System.Net;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>Breaking the glass, by people who sign in as people do.</summary>
public sealed class EmergencyAccessTests(HospitalApp app) : AccountTest(app), IAsyncLifetime
{
    private const string Why = "Unconscious in the corridor";
    private readonly Patient patient = Given.Patient("Own"), other = Given.Patient("Another");
    private Account doctor = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        App.Clock.Now = Given.Now;
        await App.OpenAnyChartAsync(false);
        await App.Save(patient, other);
        doctor = await AnAccount(Role.Doctor);
        browser = await SignedIn(doctor);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_opens_one_patient_for_two_hours_to_the_second()
    {
        var chart = await BreakAsync(browser);

        Assert.Equal($"/doctor/patients/{patient.Id}", chart.Path);
        Assert.Contains("Emergency access until 11:00 – everything you open is recorded", chart.Main, StringComparison.Ordinal);
        Assert.StartsWith("/emergency-access/", (await browser.Open($"/doctor/patients/{other.Id}")).Path, StringComparison.Ordinal);
        await MoveToAsync(Given.Now.AddHours(2).AddSeconds(-1));
        Assert.Equal($"/doctor/patients/{patient.Id}/vitals", (await browser.Open($"/doctor/patients/{patient.Id}/vitals")).Path);
        await MoveToAsync(Given.Now.AddHours(2));
        Assert.StartsWith("/emergency-access/", (await browser.Open($"/doctor/patients/{patient.Id}/vitals")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_of_fewer_than_ten_characters_opens_nothing()
    {
        var page = await BreakAsync(browser, "because");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("at least 10 characters", page.Errors, StringComparison.Ordinal);
        Assert.False(await App.UsingDb(db => db.Set<EmergencyAccess>().AnyAsync(a => a.PatientId == patient.Id)));
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_proves_first_who_he_is()
    {
        var page = await browser.Open($"/doctor/patients/{patient.Id}");
        await MoveToAsync(Given.Now.AddMinutes(12));

        var unlock = await page.SubmitForm("#emergency", ("Reason", Why));
        Assert.Equal("/Identity/Account/Unlock", unlock.Path);
        Assert.False(await App.UsingDb(db => db.Set<EmergencyAccess>().AnyAsync(a => a.PatientId == patient.Id)));

        var held = await unlock.SubmitForm("#unlock", ("Password", Password));
        Assert.Equal($"/doctor/patients/{patient.Id}", (await held.Submit()).Path);
    }

    [Fact]
    public async Task The_privacy_officers_and_the_patient_are_told_and_the_patient_reads_it_in_plain_words()
    {
        var (auditor, portal) = (await AnAccount(Role.Auditor), await AnAccount(Role.Patient, patient.Id));
        var reviewers = await App.UsingDb(db => db.AccountsThatMayAsync(Permission.ReviewEmergencyAccess));

        await BreakAsync(browser);

        var told = (await App.UsingDb(db => db.Notifications.Where(n => n.Kind == NotificationKind.EmergencyAccess).ToListAsync())).FindAll(n => n.PatientId == patient.Id || n.Body.Contains(Mrn, StringComparison.Ordinal));
        Assert.Contains(auditor.Id, reviewers);
        Assert.Equal(reviewers.Append(portal.Id).Order(), told.Select(n => n.AccountId).Order());
        Assert.DoesNotContain(told.Where(n => n.AccountId != portal.Id), n => n.Body.Contains("OWN", StringComparison.OrdinalIgnoreCase));
        var page = await (await SignedIn(portal)).Open("/patient/access");
        Assert.Contains("A Doctor (doctor) opened your record in an emergency, without treating you before", page.Main, StringComparison.Ordinal);
        Assert.Contains("opened your record in an emergency, 9am", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_done_meanwhile_says_so_in_the_trail()
    {
        await BreakAsync(browser);
        await browser.Open($"/doctor/patients/{patient.Id}/vitals");

        var reasons = await App.UsingDb(db => db.AuditEntries.Where(e => e.PatientId == patient.Id && e.AccountId == doctor.Id && e.Action == AuditAction.Read).Select(e => e.Reason).ToListAsync());

        Assert.Equal(2, reasons.Count);
        Assert.All(reasons, reason => Assert.StartsWith(AuditEntry.InEmergency, reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_be_given_back_and_is_over_at_once()
    {
        var chart = await BreakAsync(browser);

        await chart.SubmitForm("form[action$='/end']");

        Assert.StartsWith("/emergency-access/", (await browser.Open($"/doctor/patients/{patient.Id}")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Pharmacist, "pharmacy", "/prescriptions/00000000-0000-0000-0000-000000000001")]
    [InlineData(Role.LabTechnician, "lab", "/orders/00000000-0000-0000-0000-000000000001")]
    [InlineData(Role.BillingClerk, "billing", "")]
    public async Task Whoever_treats_nobody_is_told_that_there_is_no_such_patient(Role role, string area, string rest)
    {
        var clerk = await SignedIn(await AnAccount(role));

        var (refused, missing) = (await clerk.Open($"/{area}/patients/{patient.Id}{rest}"), await clerk.Open($"/{area}/patients/{Guid.NewGuid()}{rest}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.Status, missing.Status));
        Assert.Equal(missing.Main, refused.Main);
        Assert.Equal("/Identity/Account/AccessDenied", (await clerk.Open($"/emergency-access/{patient.Id}")).Path);
        Assert.Equal(1, await App.UsingDb(db => db.AuditEntries.CountAsync(e => e.PatientId == patient.Id && e.Action == AuditAction.AccessDenied)));
    }

    [Fact]
    public async Task Somebody_else_reviews_it_once_and_says_why_it_was_not_justified()
    {
        await BreakAsync(browser);
        var access = await App.UsingDb(db => db.Set<EmergencyAccess>().SingleAsync(a => a.PatientId == patient.Id));
        var auditor = await SignedIn(await AnAccount(Role.Auditor));

        var review = await auditor.Open($"/admin/emergency-access/{access.Id}");
        Assert.Contains(Why, review.Main, StringComparison.Ordinal);
        Assert.Contains("Say why the access was not justified", (await review.Submit(("Input.Outcome", "NotJustified"))).Errors, StringComparison.Ordinal);
        await review.Submit(("Input.Outcome", "NotJustified"), ("Input.Note", "No emergency that day"));

        Assert.Contains("Not justified", (await auditor.Open("/admin/emergency-access?Show=Reviewed")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Mrn, (await auditor.Open("/admin/emergency-access?Show=Open")).Main, StringComparison.Ordinal);
        var again = EmergencyAccess.Begin(patient, Why, new(doctor.Id, "Dr", Given.Now));
        Assert.Equal("Somebody else must review your own emergency access.", Assert.Throws<HospitalWeb.Domain.BrokenRule>(() => again.Review(EmergencyOutcome.Justified, null, new(doctor.Id, "Dr", Given.Now))).Message);
    }

    [Fact]
    public async Task An_emergency_is_no_reason_to_bring_others_in()
    {
        var colleague = Given.Doctor("Friend");
        await App.Save(colleague);
        await BreakAsync(browser);

        var page = await (await browser.Open($"/doctor/patients/{patient.Id}/care-team")).SubmitForm("#add", ("Input.Practitioner", colleague.Id.ToString()), ("Input.Role", "Attending"));

        Assert.Contains("Emergency access is no reason to add somebody", page.Errors, StringComparison.Ordinal);
    }

    private string Mrn => HospitalWeb.Domain.HumanNumber.Format(Patient.Prefix, patient.Number);

    private async Task<Browser.Page> BreakAsync(Browser who, string why = Why) => await (await who.Open($"/doctor/patients/{patient.Id}")).SubmitForm("#emergency", ("Reason", why));

    // A session that somebody works in stays open.
    private async Task MoveToAsync(DateTimeOffset to)
    {
        App.Clock.Now = to;
        await App.UsingDb(db => db.Sessions.Where(s => s.AccountId == doctor.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, to)));
    }
}
