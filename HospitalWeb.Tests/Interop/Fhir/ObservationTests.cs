using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop.Fhir;

public sealed class ObservationTests(HospitalApp app) : ImportTest(app)
{
    private readonly string patient = Bundle.Id(), visit = Bundle.Id();

    [Fact]
    public async Task Measurements_of_one_moment_are_one_set_of_vital_signs_in_our_units()
    {
        var outcome = await ImportVisit(
            Pressure("85354-9", 131.6m, 84.2m),
            Measured("8867-4", "71.5", "/min"), Measured("29463-7", "150", "[lb_av]"), Measured("8302-2", "1.782", "m"), Measured("8310-5", "98.6", "[degF]"),
            Measured("29463-7", "69", "kg", at: "2015-03-04T08:20:00-08:00"));

        Assert.Contains("Observation  6 read  6 imported  0 skipped", outcome.Lines);
        var sets = await App.UsingDb(db => db.Set<VitalSigns>().Where(v => v.Patient.ImportedFrom == $"urn:uuid:{patient}").OrderBy(v => v.TakenAt).ToListAsync());
        Assert.Equal(2, sets.Count);
        Assert.Equal((132, 84, 72), (sets[0].SystolicMmHg, sets[0].DiastolicMmHg, sets[0].HeartRatePerMin));
        Assert.Equal((68.04m, 178.2m, 37.0m), (sets[0].WeightKg, sets[0].HeightCm, sets[0].TemperatureC));
    }

    [Fact]
    public async Task What_cannot_be_converted_or_cannot_be_is_kept_as_it_came_and_never_becomes_a_vital_sign()
    {
        await ImportVisit(Measured("8867-4", "70", "{furlong}"), Measured("9279-1", "9999", "/min"), Measured("59576-9", "93.4", "%"));

        Assert.False(await App.UsingDb(db => db.Set<VitalSigns>().AnyAsync(v => v.Patient.ImportedFrom == $"urn:uuid:{patient}")));
        var kept = await App.UsingDb(db => db.Observations.Where(o => o.Patient.ImportedFrom == $"urn:uuid:{patient}").OrderBy(o => o.Concept.Code).Select(o => new { o.Concept.Code, o.Value, o.Unit }).ToListAsync());
        Assert.Equal(["59576-9 93.4 %", "8867-4 70 {furlong}", "9279-1 9999 /min"], kept.Select(o => $"{o.Code} {o.Value} {o.Unit}"));
    }

    [Fact]
    public async Task Two_values_of_one_kind_at_one_moment_are_both_kept()
    {
        await ImportVisit(Measured("8867-4", "70", "/min"), Measured("8867-4", "90", "/min"));

        var rates = await App.UsingDb(db => db.Set<VitalSigns>().Where(v => v.Patient.ImportedFrom == $"urn:uuid:{patient}").Select(v => v.HeartRatePerMin).Order().ToListAsync());
        Assert.Equal([70, 90], rates);
    }

    [Fact]
    public async Task A_report_is_an_order_with_its_results_and_their_ranges()
    {
        var (sodium, report) = (Bundle.Id(), Bundle.Id());
        await ImportVisit(
            Bundle.Measured(sodium, patient, visit, "2947-0", "128.5", "mmol/L", "laboratory").Replace("\"status\"", "\"referenceRange\":[{\"low\":{\"value\":135},\"high\":{\"value\":145}}],\"status\"", StringComparison.Ordinal),
            Bundle.About("DiagnosticReport", report, patient, visit, $$"""
                "status":"final","code":{{Bundle.Code("http://loinc.org", "51990-0", "Basic Metabolic Panel")}},"effectiveDateTime":"2015-03-04T08:10:00-08:00","result":[{"reference":"urn:uuid:{{sodium}}"}]
                """));

        var result = await App.UsingDb(db => db.Set<LabResult>().Include(r => r.Item!.Order).SingleAsync(r => r.ImportedFrom == $"urn:uuid:{sodium}"));
        Assert.Equal(("128.5", "mmol/L", ResultFlag.L, true), (result.Value, result.Unit, result.Flag, result.IsReleased));
        Assert.Equal(("51990-0", $"urn:uuid:{report}", LabItemStatus.Released), (result.Item!.Test.Code, result.Item.Order.ImportedFrom, result.Item.Status));
    }

    [Fact]
    public async Task A_result_without_a_report_is_filed_under_its_visit()
    {
        await ImportVisit(Measured("4548-4", "6.1", "%", "laboratory"), Measured("2339-0", "98", "mg/dL", "laboratory"));

        var results = await App.UsingDb(db => db.Set<LabResult>().Where(r => r.Encounter!.ImportedFrom == $"urn:uuid:{visit}").Select(r => r.AnalyteCode).Order().ToListAsync());
        Assert.Equal(["2339-0", "4548-4"], results);
    }

    [Fact]
    public async Task A_questionnaire_keeps_its_answers_and_nothing_is_filed_twice()
    {
        var survey = Bundle.About("Observation", Bundle.Id(), patient, visit, $$"""
            "status":"final","category":[{"coding":[{"code":"survey"}]}],"code":{{Bundle.Code("http://loinc.org", "93025-5", "PRAPARE")}},"effectiveDateTime":"2015-03-04T08:10:00-08:00",
            "component":[{"code":{{Bundle.Code("http://loinc.org", "93027-1", "Are you a refugee?")}},"valueCodeableConcept":{{Bundle.Code("http://loinc.org", "LA32-8", "No")}} }]
            """);
        string[] all = [survey, Pressure("55284-4", 120, 80), Measured("2339-0", "98", "mg/dL", "laboratory")];
        await ImportVisit(all);
        var again = await ImportVisit(all);

        Assert.Contains("Observation  3 read  0 imported  3 skipped", again.Lines);
        var kept = await App.UsingDb(db => db.Observations.SingleAsync(o => o.Patient.ImportedFrom == $"urn:uuid:{patient}"));
        Assert.Equal(("Are you a refugee?", "No"), (kept.Parts[0].Concept.Display, kept.Parts[0].Value));
    }

    private Task<Outcome> ImportVisit(params string[] observations) => Import([Bundle.Patient(patient), Bundle.Visit(visit, patient), .. observations]);

    private string Measured(string loinc, string value, string unit, string category = "vital-signs", string at = "2015-03-04T08:10:00-08:00") =>
        Bundle.Measured(Bundle.Id(), patient, visit, loinc, value, unit, category, at);

    private string Pressure(string panel, decimal systolic, decimal diastolic) => Bundle.About("Observation", Bundle.Id(), patient, visit, $$"""
        "status":"final","category":[{"coding":[{"code":"vital-signs"}]}],"code":{{Bundle.Code("http://loinc.org", panel, "Blood Pressure")}},"effectiveDateTime":"2015-03-04T08:10:00-08:00",
        "component":[{"code":{{Bundle.Code("http://loinc.org", "8462-4", "Diastolic")}},"valueQuantity":{"value":{{diastolic}},"unit":"mm[Hg]","code":"mm[Hg]"} },
                     {"code":{{Bundle.Code("http://loinc.org", "8480-6", "Systolic")}},"valueQuantity":{"value":{{systolic}},"unit":"mm[Hg]","code":"mm[Hg]"} }]
        """);
}
