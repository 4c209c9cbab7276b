using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Interop.Fhir;

/// <summary>A DiagnosticReport is an order with one test and its results; results that no report accounts for are ordered by their visit.</summary>
internal static class LabMap
{
    public static bool IsLaboratory(Resource observation) => observation.Json.IsOneOf("category", "laboratory") && ObservationMap.HasValue(observation.Json);

    public static LabOrder Report(Chart chart, Resource report, string key) =>
        Order(chart, report, key, report.Json.Concept("code") ?? throw new Skip("it does not say what was tested"), chart.When(report));

    /// <summary>An order for results of one moment that came without a report.</summary>
    public static LabOrder Unreported(Chart chart, Resource first, string key) =>
        Order(chart, first, key, first.Json.Concept("code") ?? throw new Skip("it does not say what was tested"), chart.When(first));

    public static LabResult Result(Chart chart, Resource observation, LabOrderItem item, string key)
    {
        var json = observation.Json;
        var number = json.Number("valueQuantity", "value");
        var text = ObservationMap.Value(json);
        return LabResult.FromHistory(chart.Patient(observation), chart.Encounter(observation), item,
            json.Concept("code") ?? throw new Skip("it does not say what was tested"),
            number is { } exact ? ResultValue.Of(exact) : ResultValue.Of(text ?? throw new Skip("it has no value")),
            json.Text(LabResult.UnitMaxLength, "valueQuantity", "unit") ?? json.Text(LabResult.UnitMaxLength, "valueQuantity", "code") ?? "",
            number is { } shown ? Decimals(shown) : 0,
            json.Number("referenceRange", "low", "value"), json.Number("referenceRange", "high", "value"),
            chart.When(observation) ?? throw new Skip("it does not say when"), key);
    }

    private static LabOrder Order(Chart chart, Resource source, string key, CodedConcept test, DateTimeOffset? at)
    {
        var when = at ?? throw new Skip("it does not say when");
        var orderedBy = chart.Encounter(source)?.Practitioner ?? chart.Find<Practitioner>(source, "performer");
        var order = new LabOrder
        {
            ImportedFrom = key, Patient = chart.Patient(source), Encounter = chart.Encounter(source), OrderedBy = orderedBy, Urgency = Urgency.Routine,
            Ordered = chart.Recorded(orderedBy, when),
        };
        order.AddHistory(test, when);
        return order;
    }

    // Machines write thirteen decimals where three figures were measured.
    private static int Decimals(decimal number) => number.Scale <= 4 ? number.Scale : Math.Abs(number) switch { >= 100 => 0, >= 10 => 1, >= 1 => 2, _ => 4 };
}
