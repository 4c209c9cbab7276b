using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Condition and AllergyIntolerance: what the patient has to be known for.</summary>
internal static class ProblemMap
{
    private const string NoKnownAllergy = "716186003";

    private static readonly Dictionary<string, ConditionStatus> Statuses = new()
    {
        ["active"] = ConditionStatus.Active, ["recurrence"] = ConditionStatus.Recurrence, ["relapse"] = ConditionStatus.Recurrence,
        ["inactive"] = ConditionStatus.Inactive, ["remission"] = ConditionStatus.Remission, ["resolved"] = ConditionStatus.Resolved,
    };

    private static readonly Dictionary<string, AllergyCriticality> Criticalities = new()
    {
        ["low"] = AllergyCriticality.Low, ["high"] = AllergyCriticality.High, ["unable-to-assess"] = AllergyCriticality.UnableToAssess,
    };

    private static readonly Dictionary<string, AllergyCertainty> Certainties = new()
    {
        ["unconfirmed"] = AllergyCertainty.Unconfirmed, ["presumed"] = AllergyCertainty.Suspected, ["confirmed"] = AllergyCertainty.Confirmed, ["refuted"] = AllergyCertainty.Refuted,
    };

    private static readonly Dictionary<string, AllergySeverity> Severities = new() { ["mild"] = AllergySeverity.Mild, ["moderate"] = AllergySeverity.Moderate, ["severe"] = AllergySeverity.Severe };

    public static Condition Condition(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        if (json.IsOneOf("verificationStatus", "entered-in-error")) throw new Skip("it was entered in error");
        if (json.IsOneOf("verificationStatus", "refuted")) throw new Skip("it was refuted");

        return new Condition
        {
            ImportedFrom = key,
            Patient = chart.Patient(resource),
            Encounter = chart.Encounter(resource),
            Concept = json.Concept("code") ?? throw new Skip("it does not say what it is"),
            Category = json.IsOneOf("category", "encounter-diagnosis") ? ConditionCategory.EncounterDiagnosis : json.IsOneOf("category", "health-concern") ? ConditionCategory.HealthConcern : ConditionCategory.ProblemListItem,
            OnsetOn = json.Date("onsetDateTime") ?? json.Date("onsetPeriod", "start"),
            Note = json.Text(Domain.Encounters.Condition.NoteMaxLength, "note", "text"),
            Recorded = chart.Recorded(resource, json.At(chart.Zone, "recordedDate") ?? json.At(chart.Zone, "onsetDateTime"), "recorder"),
        }.AsHistory(json.Enum(Statuses, "clinicalStatus", "coding", "code") ?? ConditionStatus.Active, json.Date("abatementDateTime") ?? json.Date("abatementPeriod", "end"));
    }

    public static Allergy Allergy(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        if (json.IsOneOf("verificationStatus", "entered-in-error")) throw new Skip("it was entered in error");
        var substance = json.Concept("code") ?? json.All("reaction").Select(one => one.Concept("substance")).FirstOrDefault() ?? throw new Skip("it does not say to what");
        if (substance.Code == NoKnownAllergy) throw new Skip("it says that no allergy is known; ask the patient and record it here");

        var allergy = new Allergy
        {
            ImportedFrom = key,
            Substance = substance.Code == "" ? null : substance,
            Text = substance.Display,
            Reaction = Reactions(json),
            Severity = json.All("reaction").Select(one => one.Enum(Severities, "severity")).Max(),
            Criticality = json.Enum(Criticalities, "criticality"),
            Certainty = json.Enum(Certainties, "verificationStatus", "coding", "code") ?? AllergyCertainty.Unconfirmed,
            OnsetOn = json.Date("onsetDateTime"),
            Recorded = chart.Recorded(resource, json.At(chart.Zone, "recordedDate"), "recorder"),
        };
        chart.Patient(resource).RecordAllergy(allergy);
        if (json.Text("clinicalStatus", "coding", "code") is "inactive" or "resolved") allergy.MakeInactive("No longer active where it was imported from.", allergy.Recorded);
        return allergy;
    }

    private static string? Reactions(System.Text.Json.JsonElement json)
    {
        var words = string.Join(", ", json.All("reaction").SelectMany(reaction => reaction.All("manifestation")).Select(one => one.Text("text") ?? one.Text("coding", "display")).OfType<string>());
        return words.Length == 0 ? null : words.Length > 200 ? words[..200] : words;
    }
}
