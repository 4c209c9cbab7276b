using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Interop.Fhir;

internal static class EncounterMap
{
    // HL7 v3 ActCode; what the hospital has no word for is "Other".
    private static readonly Dictionary<string, EncounterClass> Classes = new()
    {
        ["AMB"] = EncounterClass.OutpatientVisit, ["PRENC"] = EncounterClass.OutpatientVisit, ["EMER"] = EncounterClass.Emergency,
        ["IMP"] = EncounterClass.Inpatient, ["ACUTE"] = EncounterClass.Inpatient, ["NONAC"] = EncounterClass.Inpatient, ["OBSENC"] = EncounterClass.Inpatient,
        ["HH"] = EncounterClass.HomeVisit, ["SS"] = EncounterClass.DayCase, ["VR"] = EncounterClass.Virtual,
    };

    private static readonly Dictionary<string, EncounterStatus> Statuses = new()
    {
        ["planned"] = EncounterStatus.Planned, ["arrived"] = EncounterStatus.InProgress, ["triaged"] = EncounterStatus.InProgress, ["in-progress"] = EncounterStatus.InProgress,
        ["onleave"] = EncounterStatus.InProgress, ["finished"] = EncounterStatus.Completed, ["unknown"] = EncounterStatus.Completed, ["cancelled"] = EncounterStatus.Cancelled,
        ["entered-in-error"] = EncounterStatus.Cancelled,
    };

    public static Encounter Encounter(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        if (json.Text("status") == "entered-in-error") throw new Skip("it was entered in error");

        return new Encounter
        {
            ImportedFrom = key,
            Patient = chart.Patient(resource),
            Practitioner = json.All("participant").Select(one => chart.Find<Practitioner>(resource, one, "individual")).FirstOrDefault(found => found is not null),
            TookPlaceAt = chart.Find<OutsideOrganization>(resource, "serviceProvider"),
            Class = Classes.GetValueOrDefault(json.Text("class", "code") ?? "", EncounterClass.Other),
            TypeCode = json.Concept("type"),
            StartedAt = json.At(chart.Zone, "period", "start") ?? throw new Skip("it does not say when it began"),
            ChiefComplaint = json.Concept("reasonCode")?.Display ?? chart.Here(resource, "reasonReference")?.Json.Concept("code")?.Display,
        }.AsHistory(json.Enum(Statuses, "status") ?? EncounterStatus.Completed, json.At(chart.Zone, "period", "end"));
    }
}
