using HospitalWeb.Data;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Brings one file into the record, in one save: whom first, then what happened to them.</summary>
internal sealed class Filing
{
    private static readonly HashSet<string> Kept =
    [
        "Patient", "Practitioner", "Organization", "Encounter", "Condition", "AllergyIntolerance", "MedicationRequest", "Immunization", "Procedure", "Observation", "DiagnosticReport", "Claim", "Medication",
    ];

    private readonly HospitalContext db;
    private readonly FhirFile file;
    private readonly KnownRows known;
    private readonly Chart chart;
    private readonly ObservationFiling observations;

    public Filing(HospitalContext db, FhirFile file, string source, TimeZoneInfo zone, DateTimeOffset now)
    {
        (this.db, this.file, known) = (db, file, new(db));
        chart = new(file, new(file.Resources, source), known, zone, now);
        observations = new(chart, known);
    }

    public async Task<Tally> RunAsync(CancellationToken token)
    {
        try
        {
            await LearnAsync(token);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            File();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            await db.SaveChangesAsync(token);
            return chart.Tally;
        }
        catch (Malformed wrong)
        {
            throw chart.Current is { } culprit ? file.Broken(culprit, wrong.Message) : new BrokenFile(file.Path, null, wrong.Message);
        }
        catch (DbUpdateException refused)
        {
            throw new BrokenFile(file.Path, null, $"the database refused it. {refused.InnerException?.Message}");
        }
    }

    private async Task LearnAsync(CancellationToken token)
    {
        await known.FetchAsync<Patient>(chart.KeysOf("Patient", ["subject"], ["patient"]), token);
        await known.FetchAsync<Practitioner>(chart.KeysOf("Practitioner", ["participant", "individual"], ["requester"], ["recorder"], ["performer"], ["performer", "actor"]), token);
        await known.FetchAsync<OutsideOrganization>(chart.KeysOf("Organization", ["serviceProvider"]), token);
        await known.FetchAsync<Encounter>(chart.KeysOf("Encounter", ["encounter"], ["context"], ["item", "encounter"]), token);
        await known.LearnIdentifiersAsync(chart.All("Patient").Where(IsNew).SelectMany(patient => patient.Json.All("identifier")).Select(identifier => identifier.Text("value")).OfType<string>(), token);
        await LearnAsync<Condition>("Condition", token);
        await LearnAsync<Allergy>("AllergyIntolerance", token);
        await LearnAsync<Immunization>("Immunization", token);
        await LearnAsync<Procedure>("Procedure", token);
        await LearnAsync<Prescription>("MedicationRequest", token);
        await LearnAsync<LabOrder>("DiagnosticReport", token);
        await LearnAsync<LabResult>("Observation", token);
        await LearnAsync<Observation>("Observation", token);
        await known.LearnAsync<VitalSigns>(observations.VitalKeys, token);
        await LearnAsync<PastClaim>("Claim", token);
    }

    private void File()
    {
        chart.File(chart.All("Organization"), PeopleMap.Organization);
        chart.File(chart.All("Practitioner"), PeopleMap.Practitioner);
        foreach (var patient in chart.All("Patient")) MustBeSame(patient);
        chart.File(chart.All("Patient"), PeopleMap.Patient);
        chart.File(chart.All("Encounter"), EncounterMap.Encounter);
        chart.File(chart.All("Condition"), ProblemMap.Condition);
        chart.File(chart.All("AllergyIntolerance"), ProblemMap.Allergy);
        chart.File(chart.All("MedicationRequest"), MedicationMap.Request);
        chart.File(chart.All("Immunization"), TreatmentMap.Immunization);
        chart.File(chart.All("Procedure"), TreatmentMap.Procedure);
        observations.File();
        chart.File(chart.All("Claim"), ClaimMap.Claim);
        chart.Skip(chart.All("Medication"), "kept with the request that names it");
        chart.Skip(file.Resources.Where(resource => !Kept.Contains(resource.Type)), "the record has no place for this type");
    }

    private Task LearnAsync<T>(string type, CancellationToken token) where T : class, Domain.IImported => known.LearnAsync<T>(chart.KeysOf(type), token);

    private bool IsNew(Resource patient) => !known.Has<Patient>(chart.KeyOf(patient));

    // Two systems may number their patients alike; their records must never run together.
    private void MustBeSame(Resource patient)
    {
        if (known.Row<Patient>(chart.KeyOf(patient)) is { } same && !PeopleMap.IsSame(same, patient))
            throw file.Broken(patient, $"{same.ImportedFrom} already names another patient. Name the system this file comes from with --source.");
    }
}
