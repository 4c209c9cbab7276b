using System.Net;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class ChartTests(HospitalApp app) : PageTest(app)
{
    private static readonly CodedConcept Asthma = new(CodedConcept.Icd10Cm, "J45.909", "Unspecified asthma, uncomplicated");

    [Fact]
    public async Task The_chart_shows_problems_and_latest_vitals_and_everything_newest_first()
    {
        var patient = await APatientWithHistory();

        var chart = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}");

        Assert.Contains("Unspecified asthma, uncomplicated since 01-Jan-2020", chart.Main);
        Assert.Contains("NEWS2 0, low risk", chart.Main);
        Assert.Equal(["Vitals", "Visit", "Problem", "Immunization", "Procedure"], chart.Texts("tbody td[data-label=Kind]"));
    }

    [Fact]
    public async Task The_timeline_is_filtered_by_kind_and_says_so()
    {
        var patient = await APatientWithHistory();

        var filtered = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}?kind=Immunization");

        Assert.Equal(["Immunization"], filtered.Texts("tbody td[data-label=Kind]"));
        Assert.Contains("Data filtered to show Immunization. Remove all filters", filtered.Main);
    }

    [Fact]
    public async Task Older_events_follow_by_key_without_gap_or_repeat()
    {
        var patient = Given.Patient();
        await App.Save([patient, .. Enumerable.Range(1, 40).Select(hour => Given.AVisit(patient, at: Given.Now.AddHours(-hour)))]);
        var doctor = As(Role.Doctor);

        var first = await doctor.Open($"/doctor/patients/{patient.Id}");
        await App.UsingDb(async db => { db.Add(Given.AVisit(await db.Set<Patient>().FindAsync(patient.Id), at: Given.Now)); await db.SaveChangesAsync(); });
        var second = await first.Click("Older");

        var all = first.Texts("tbody th").Concat(second.Texts("tbody th")).ToList();
        Assert.Equal((25, 15), (first.Texts("tbody th").Count, second.Texts("tbody th").Count));
        Assert.Equal(all.Distinct(), all);
    }

    [Fact]
    public async Task The_chart_takes_at_most_eight_questions_to_the_database()
    {
        var patient = await APatientWithHistory();
        var doctor = As(Role.Doctor);
        await doctor.Open($"/doctor/patients/{patient.Id}");

        Assert.InRange(await CommandsOf(() => doctor.Open($"/doctor/patients/{patient.Id}")), 1, 8);
    }

    [Fact]
    public async Task A_nurse_reads_the_same_chart_in_her_own_area()
    {
        var patient = await APatientWithHistory();

        var chart = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}");

        Assert.Contains("Unspecified asthma", chart.Main);
        Assert.DoesNotContain("Begin a visit", chart.Main);
    }

    [Fact]
    public async Task Opening_a_chart_is_written_down()
    {
        var patient = await APatientWithHistory();

        await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}");

        Assert.True(await App.UsingDb(db => Task.FromResult(db.Set<HospitalWeb.Domain.Audit.AuditEntry>().Any(e => e.PatientId == patient.Id && e.Action == HospitalWeb.Domain.Audit.AuditAction.Read))));
    }

    [Fact]
    public async Task An_unknown_patient_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"/doctor/patients/{Guid.NewGuid()}")).Status);

    private async Task<Patient> APatientWithHistory()
    {
        var patient = Given.Patient(born: new(1980, 7, 14));
        var visit = Given.AVisit(patient, at: Given.Now.AddDays(-1));
        var by = Given.By("Dr Lee") with { At = Given.Now.AddDays(-2) };
        await App.Save(visit, Given.Vitals(patient, visit: visit),
            Condition.Add(patient, null, Asthma, new(2020, 1, 1), null, [], new(2026, 3, 1), by),
            new Immunization { Patient = patient, Vaccine = new(CodedConcept.Cvx, "140", "Influenza, seasonal"), GivenAt = Given.Now.AddDays(-30), Recorded = by },
            new Procedure { Patient = patient, Concept = new(CodedConcept.Snomed, "23426006", "Measurement of respiratory function"), PerformedAt = Given.Now.AddDays(-60), Recorded = by });
        return patient;
    }
}
