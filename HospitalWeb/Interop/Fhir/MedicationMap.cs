using System.Globalization;
using System.Text.Json;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Interop.Fhir;

/// <summary>MedicationRequest: a prescription of one medicine. A dose without a unit is told in words and never taken for a structured one.</summary>
internal static class MedicationMap
{
    private static readonly Dictionary<string, PrescriptionStatus> Statuses = new()
    {
        ["active"] = PrescriptionStatus.Signed, ["completed"] = PrescriptionStatus.Completed, ["stopped"] = PrescriptionStatus.Completed, ["unknown"] = PrescriptionStatus.Completed,
        ["on-hold"] = PrescriptionStatus.Cancelled, ["cancelled"] = PrescriptionStatus.Cancelled,
    };

    private static readonly Dictionary<(string Often, string Every), Frequency> Frequencies = new()
    {
        [("1", "1 d")] = Frequency.OnceADay, [("2", "1 d")] = Frequency.TwiceADay, [("3", "1 d")] = Frequency.ThreeTimesADay, [("4", "1 d")] = Frequency.FourTimesADay,
        [("1", "24 h")] = Frequency.OnceADay, [("1", "12 h")] = Frequency.Every12Hours, [("1", "8 h")] = Frequency.Every8Hours, [("1", "6 h")] = Frequency.Every6Hours,
        [("1", "4 h")] = Frequency.Every4Hours, [("1", "2 d")] = Frequency.EveryOtherDay, [("1", "1 wk")] = Frequency.OnceAWeek, [("1", "7 d")] = Frequency.OnceAWeek,
    };

    public static Prescription Request(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        if (json.Text("status") is "entered-in-error" or "draft") throw new Skip($"it is {json.Text("status")}");
        var medicine = json.Concept("medicationCodeableConcept") ?? chart.Here(resource, "medicationReference")?.Json.Concept("code") ?? throw new Skip("it does not say which medicine");
        var written = json.At(chart.Zone, "authoredOn") ?? chart.Encounter(resource)?.StartedAt ?? throw new Skip("it does not say when");

        return Prescription.OfHistory(chart.Patient(resource), chart.Encounter(resource), chart.Find<Practitioner>(resource, "requester"),
            json.Enum(Statuses, "status") ?? PrescriptionStatus.Completed, written, Item(json, medicine), key);
    }

    private static PrescriptionItem Item(JsonElement json, CodedConcept medicine) => new()
    {
        Position = 1,
        Medicine = new() { Generic = medicine.Display, Frequency = Often(json), DoseAmount = Unit(json) is null ? null : Dose(json), DoseUnit = Unit(json), Days = Days(json) },
        Code = medicine.Code == "" ? null : medicine,
        Instructions = Instructions(json),
    };

    private static decimal? Dose(JsonElement json) => json.Number("dosageInstruction", "doseAndRate", "doseQuantity", "value");

    private static string? Unit(JsonElement json) => json.Text(40, "dosageInstruction", "doseAndRate", "doseQuantity", "unit") ?? json.Text(40, "dosageInstruction", "doseAndRate", "doseQuantity", "code");

    private static Frequency? Often(JsonElement json) =>
        json.Text("dosageInstruction", "asNeededBoolean") == "true" ? Frequency.AsRequired
        : Timing(json) is { } timing && Frequencies.TryGetValue(timing, out var frequency) ? frequency : null;

    private static (string Often, string Every)? Timing(JsonElement json) => json.Get("dosageInstruction", "timing", "repeat") is not { } repeat ? null
        : repeat.Number("period") is { } period && repeat.Text("periodUnit") is { } unit
            ? (repeat.Text("frequency") ?? "1", $"{period.ToString("0.##", CultureInfo.InvariantCulture)} {unit}") : null;

    private static int? Days(JsonElement json) =>
        json.Text("dosageInstruction", "timing", "repeat", "boundsDuration", "code") == "d" && json.Number("dosageInstruction", "timing", "repeat", "boundsDuration", "value") is { } days
            ? (int)Math.Ceiling(days) : null;

    private static string? Instructions(JsonElement json)
    {
        string?[] words =
        [
            Unit(json) is null && Dose(json) is { } dose ? $"Dose {MedicineLine.Number(dose)} (unit not given)" : null,
            Timing(json) is { } timing && !Frequencies.ContainsKey(timing) ? $"{timing.Often} time(s) every {timing.Every}" : null,
            .. json.All("dosageInstruction").Select(one => one.Text("text") ?? one.Text("patientInstruction")),
            .. json.All("dosageInstruction").SelectMany(one => one.All("additionalInstruction")).Select(one => one.Text("text") ?? one.Text("coding", "display")),
        ];
        var text = string.Join("; ", words.OfType<string>().Where(word => word.Length > 0).Distinct());
        return text.Length == 0 ? null : text.Length > PrescriptionItem.InstructionsMaxLength ? text[..PrescriptionItem.InstructionsMaxLength] : text;
    }
}
