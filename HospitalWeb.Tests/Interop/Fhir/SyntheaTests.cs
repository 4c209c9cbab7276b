using System.Text.Json;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop.Fhir;

/// <summary>Whole invented lives, as Synthea writes them. The data lies beside the checkout and is not part of it.</summary>
public sealed class SyntheaTests(HospitalApp app) : ImportTest(app)
{
    [Theory]
    [InlineData("synthea-ma-2019", "synthea-ma-2019", 24)]
    [InlineData("synthea-ca-2022", "synthea-ca-2022/fhir", 50)]
    public async Task Each_patient_has_as_many_of_everything_as_the_files_say_and_a_second_run_adds_nothing(string set, string folder, int patients)
    {
        var data = Path.GetFullPath(Path.Combine(TestServer.Repository, "..", "shared", "data"));
        if (!Directory.Exists(Path.Combine(data, set))) Assert.Skip($"There is no {data}/{set} to import.");

        var first = await Run(Path.Combine(data, folder));
        TestContext.Current.TestOutputHelper!.WriteLine(first.Output);
        Assert.Equal(0, first.Exit);
        Assert.Contains($"Patient  {patients} read  {patients} imported  0 skipped", first.Lines);
        Assert.Equal(Expected(Path.Combine(data, set, "expected-counts.json")), await Imported(Expected(Path.Combine(data, set, "expected-counts.json")).Keys));

        var again = await Run(Path.Combine(data, folder));
        TestContext.Current.TestOutputHelper!.WriteLine(again.Output);
        Assert.DoesNotContain(again.Lines, line => line.Contains(" imported ", StringComparison.Ordinal) && !line.Contains("  0 imported  ", StringComparison.Ordinal));
    }

    private static SortedDictionary<string, Counts> Expected(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return new(file.RootElement.GetProperty("fhirPatients").EnumerateObject().ToDictionary(patient => $"urn:uuid:{patient.Name}", patient =>
        {
            var resources = patient.Value.GetProperty("resources");
            int Of(string type) => resources.TryGetProperty(type, out var count) ? count.GetInt32() : 0;
            return new Counts(Of("Encounter"), Of("Condition"), Of("AllergyIntolerance"), Of("MedicationRequest"), Of("Immunization"), Of("Procedure"));
        }), StringComparer.Ordinal);
    }

    private async Task<SortedDictionary<string, Counts>> Imported(ICollection<string> patients)
    {
        var rows = await App.UsingDb(db => db.Set<Patient>().Where(p => patients.Contains(p.ImportedFrom!)).Select(p => new
        {
            p.ImportedFrom,
            Encounters = db.Set<Encounter>().Count(e => e.PatientId == p.Id), Conditions = db.Set<Condition>().Count(c => c.PatientId == p.Id),
            Allergies = p.Allergies.Count, Prescriptions = db.Set<Prescription>().Count(r => r.PatientId == p.Id),
            Immunizations = db.Set<Immunization>().Count(i => i.PatientId == p.Id), Procedures = db.Set<Procedure>().Count(r => r.PatientId == p.Id),
        }).ToListAsync());
        return new(rows.ToDictionary(r => r.ImportedFrom!, r => new Counts(r.Encounters, r.Conditions, r.Allergies, r.Prescriptions, r.Immunizations, r.Procedures)), StringComparer.Ordinal);
    }

    private sealed record Counts(int Encounters, int Conditions, int Allergies, int Prescriptions, int Immunizations, int Procedures);
}
