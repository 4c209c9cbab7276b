using System.Text.Json;
using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Observations that are neither vital signs nor laboratory results: kept as they came.</summary>
internal static class ObservationMap
{
    public static Observation Observation(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        return new()
        {
            ImportedFrom = key,
            Patient = chart.Patient(resource),
            Encounter = chart.Encounter(resource),
            Category = json.Text("category", "coding", "code"),
            Concept = json.Concept("code") ?? throw new Skip("it does not say what was observed"),
            ObservedAt = chart.When(resource) ?? throw new Skip("it does not say when"),
            Value = Value(json) ?? (json.Get("component") is null ? throw new Skip("it has no value") : null),
            Unit = Unit(json),
            ValueCode = json.Concept("valueCodeableConcept") is { Code: not "" } coded ? coded : null,
            Parts = [.. json.All("component").Select(Part).OfType<ObservationPart>()],
        };
    }

    public static bool HasValue(JsonElement json) => Value(json) is not null;

    public static string? Value(JsonElement json) =>
        json.Text("valueQuantity", "value") is { } number ? json.Text("valueQuantity", "comparator") + number
        : json.Concept("valueCodeableConcept")?.Display
        ?? json.Text(Domain.Encounters.Observation.ValueMaxLength, "valueString") ?? json.Text("valueInteger") ?? json.Text("valueBoolean") ?? json.Text("valueDateTime");

    private static string? Unit(JsonElement json) => json.Text(Domain.Encounters.Observation.UnitMaxLength, "valueQuantity", "unit");

    private static ObservationPart? Part(JsonElement json) => json.Concept("code") is { } code ? new() { Concept = code, Value = Value(json), Unit = Unit(json) } : null;
}
