using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Immunization and Procedure: what was done.</summary>
internal static class TreatmentMap
{
    private static readonly Dictionary<string, ImmunizationStatus> Given = new()
    {
        ["completed"] = ImmunizationStatus.Completed, ["not-done"] = ImmunizationStatus.NotDone, ["entered-in-error"] = ImmunizationStatus.EnteredInError,
    };

    private static readonly Dictionary<string, ProcedureStatus> Done = new()
    {
        ["preparation"] = ProcedureStatus.Planned, ["in-progress"] = ProcedureStatus.InProgress, ["not-done"] = ProcedureStatus.NotDone, ["on-hold"] = ProcedureStatus.Stopped,
        ["stopped"] = ProcedureStatus.Stopped, ["completed"] = ProcedureStatus.Completed, ["unknown"] = ProcedureStatus.Completed, ["entered-in-error"] = ProcedureStatus.EnteredInError,
    };

    public static Immunization Immunization(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        var given = json.At(chart.Zone, "occurrenceDateTime") ?? throw new Skip("it does not say when");
        return new()
        {
            ImportedFrom = key,
            Patient = chart.Patient(resource),
            Encounter = chart.Encounter(resource),
            Vaccine = json.Concept("vaccineCode") ?? throw new Skip("it does not say which vaccine"),
            GivenAt = given,
            Status = json.Enum(Given, "status") ?? ImmunizationStatus.Completed,
            LotNumber = json.Text(Domain.Encounters.Immunization.LotNumberMaxLength, "lotNumber"),
            Site = json.Concept("site")?.Display,
            Recorded = chart.Recorded(resource, json.At(chart.Zone, "recorded") ?? given, "performer", "actor"),
        };
    }

    public static Procedure Procedure(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        var encounter = chart.Encounter(resource);
        var performed = json.At(chart.Zone, "performedPeriod", "start") ?? json.At(chart.Zone, "performedDateTime") ?? encounter?.StartedAt ?? throw new Skip("it does not say when");
        return new()
        {
            ImportedFrom = key,
            Patient = chart.Patient(resource),
            Encounter = encounter,
            Concept = json.Concept("code") ?? throw new Skip("it does not say what was done"),
            PerformedAt = performed,
            EndedAt = json.At(chart.Zone, "performedPeriod", "end"),
            Status = json.Enum(Done, "status") ?? ProcedureStatus.Completed,
            Reason = json.Concept("reasonCode") ?? chart.Here(resource, "reasonReference")?.Json.Concept("code"),
            Note = json.Text(Domain.Encounters.Procedure.NoteMaxLength, "note", "text"),
            Recorded = chart.Recorded(resource, performed, "performer", "actor"),
        };
    }
}
