using System.Net;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class ObservationPageTests(HospitalApp app) : PageTest(app)
{
    private readonly Patient patient = Given.Patient();

    [Fact]
    public async Task What_came_from_elsewhere_is_read_with_value_unit_code_and_place()
    {
        var visit = AVisitElsewhere();
        await App.Save(visit,
            Observed("72514-3", "Pain severity", "3", "{score}", visit),
            Observed("93025-5", "Questionnaire", null, null, visit, [new() { Concept = new(CodedConcept.Loinc, "56799-0", "Address"), Value = "42 Main Street" }, new() { Concept = new(CodedConcept.Loinc, "1-8", "Score"), Value = "7", Unit = "points" }]));

        var page = await (await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}")).Click("Other observations");

        Assert.Equal("01-Mar-2026 09:00 · City Hospital", page.Text("caption"));
        Assert.Contains("Pain severity 3 {score} Survey 72514-3 LOINC", page.Texts("tbody tr"));
        Assert.Contains("Questionnaire Address: 42 Main Street Score: 7 points Survey 93025-5 LOINC", page.Texts("tbody tr"));
    }

    [Fact]
    public async Task Those_of_one_moment_go_on_over_the_page_without_gap_or_repeat()
    {
        await App.Save([.. Enumerable.Range(1, 70).Select(n => Observed($"{n}-0", $"Item {n}", "1"))]);

        var first = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/observations");
        var all = first.Texts("tbody th").Concat((await first.Click("Older")).Texts("tbody th")).ToList();

        Assert.Equal(70, all.Count);
        Assert.Equal(70, all.Distinct().Count());
    }

    [Fact]
    public async Task The_place_of_a_visit_elsewhere_stands_on_chart_visit_and_portal()
    {
        var visit = AVisitElsewhere();
        await App.Save(visit);

        Assert.Contains("at City Hospital", (await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}")).Text("tbody"));
        Assert.Contains("Took place atCity Hospital", (await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/visits/{visit.Id}")).Main);
        Assert.Contains(", at City Hospital", (await As(Role.Patient, patient: patient.Id).Open("/patient/visits")).Main);
    }

    [Fact]
    public async Task Who_has_none_reads_that_and_an_unknown_patient_is_not_found()
    {
        await App.Save(patient);

        Assert.Contains("No other observations are kept.", (await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/observations")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"/doctor/patients/{Guid.NewGuid()}/observations")).Status);
    }

    private Encounter AVisitElsewhere() => new Encounter
    {
        Patient = patient, Class = EncounterClass.OutpatientVisit, StartedAt = Given.Now.AddDays(-1), ImportedFrom = $"test/{Guid.NewGuid()}", TookPlaceAt = new OutsideOrganization { Name = "City Hospital" },
    }.AsHistory(EncounterStatus.Completed, Given.Now.AddDays(-1).AddHours(1));

    private Observation Observed(string code, string words, string? value, string? unit = null, Encounter? visit = null, List<ObservationPart>? parts = null) => new()
    {
        Patient = patient, Encounter = visit, Category = "survey", Concept = new(CodedConcept.Loinc, code, words), ObservedAt = Given.Now.AddDays(-1), Value = value, Unit = unit, Parts = parts ?? [], ImportedFrom = $"test/{Guid.NewGuid()}",
    };
}
