using HospitalWeb.Domain.Nursing;

namespace HospitalWeb.Interop.Fhir;

/// <summary>
/// Measurements of one moment become one set of vital signs. What a set has no place for, or comes in a unit that cannot be converted, is kept as an observation of its own.
/// Codes are LOINC's; units are UCUM's.
/// </summary>
internal static class VitalsMap
{
    private static readonly Dictionary<string, Vital> Codes = new()
    {
        ["8480-6"] = Vital.Systolic, ["8462-4"] = Vital.Diastolic, ["8867-4"] = Vital.HeartRate, ["9279-1"] = Vital.RespiratoryRate,
        ["8310-5"] = Vital.Temperature, ["8331-1"] = Vital.Temperature, ["8329-5"] = Vital.Temperature,
        ["2708-6"] = Vital.OxygenSaturation, ["59408-5"] = Vital.OxygenSaturation, ["2713-6"] = Vital.OxygenSaturation,
        ["29463-7"] = Vital.Weight, ["3141-9"] = Vital.Weight, ["8302-2"] = Vital.Height, ["8306-3"] = Vital.Height,
        ["72514-3"] = Vital.Pain, ["38208-5"] = Vital.Pain,
    };

    private static readonly HashSet<string> Pressures = ["85354-9", "55284-4", "8480-6", "8462-4"];

    /// <summary>The sets, each with the observations it is made of.</summary>
    public static IEnumerable<IReadOnlyList<Resource>> Sets(Chart chart, IEnumerable<Resource> observations) =>
        observations.Where(o => Read(o) is not null)
            .GroupBy(o => (o.Json.Text("subject", "reference"), o.Json.Text("encounter", "reference"), chart.When(o)))
            .SelectMany(moment => Apart([.. moment]));

    public static VitalSigns Vitals(Chart chart, IReadOnlyList<Resource> set, string key)
    {
        var values = set.SelectMany(o => Read(o)!).ToDictionary(value => value.Vital, value => value.Value);
        var at = chart.When(set[0]) ?? throw new Skip("it does not say when");
        return new()
        {
            ImportedFrom = key, Patient = chart.Patient(set[0]), Encounter = chart.Encounter(set[0]), TakenAt = at, Recorded = chart.Recorded(set[0], at, "performer"),
            SystolicMmHg = Whole(Vital.Systolic), DiastolicMmHg = Whole(Vital.Diastolic), HeartRatePerMin = Whole(Vital.HeartRate),
            RespiratoryRatePerMin = Whole(Vital.RespiratoryRate), OxygenSaturationPercent = Whole(Vital.OxygenSaturation), PainScore = Whole(Vital.Pain),
            TemperatureC = Rounded(Vital.Temperature, 1), WeightKg = Rounded(Vital.Weight, 2), HeightCm = Rounded(Vital.Height, 1),
        };

        int? Whole(Vital vital) => values.TryGetValue(vital, out var value) ? (int)Math.Round(value, MidpointRounding.AwayFromZero) : null;
        decimal? Rounded(Vital vital, int decimals) => values.TryGetValue(vital, out var value) ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) : null;
    }

    // A set holds one value of a kind: a second heart rate of the same moment begins a second set.
    private static List<List<Resource>> Apart(List<Resource> moment)
    {
        List<List<Resource>> sets = [];
        foreach (var observation in moment)
        {
            var kinds = Read(observation)!.Select(value => value.Vital).ToList();
            if (sets.Find(set => !set.SelectMany(other => Read(other)!).Any(value => kinds.Contains(value.Vital))) is { } free) free.Add(observation);
            else sets.Add([observation]);
        }
        return sets;
    }

    /// <summary>What the observation measures, all of it convertible; else null.</summary>
    private static List<(Vital Vital, decimal Value)>? Read(Resource observation)
    {
        var json = observation.Json;
        var isPressure = json.All("code").SelectMany(code => code.All("coding")).Any(coding => Pressures.Contains(coding.Text("code") ?? ""));
        var parts = isPressure && json.Get("component") is not null ? json.All("component").ToList() : [json];
        List<(Vital, decimal)> values = [];
        foreach (var part in parts)
        {
            if (Kind(part) is not { } vital || part.Number("valueQuantity", "value") is not { } value) return null;
            if (Convert(vital, value, part.Text("valueQuantity", "code") ?? part.Text("valueQuantity", "unit") ?? "") is not { } converted || VitalLimits.Of(vital) is var limits && (converted < limits.Min || converted > limits.Max)) return null;
            if (values.Exists(other => other.Item1 == vital)) return null;
            values.Add((vital, converted));
        }
        return values.Count == 0 ? null : values;
    }

    private static Vital? Kind(System.Text.Json.JsonElement part) =>
        part.All("code").SelectMany(code => code.All("coding")).Select(coding => coding.Text("code")).FirstOrDefault(code => code is not null && Codes.ContainsKey(code)) is { } known ? Codes[known] : null;

    private static decimal? Convert(Vital vital, decimal value, string unit) => (vital, unit) switch
    {
        (Vital.Systolic or Vital.Diastolic, "mm[Hg]" or "mmHg") => value,
        (Vital.HeartRate or Vital.RespiratoryRate, "/min" or "{beats}/min" or "{breaths}/min") => value,
        (Vital.Temperature, "Cel" or "°C") => value,
        (Vital.Temperature, "[degF]") => (value - 32) * 5 / 9,
        (Vital.OxygenSaturation, "%") => value,
        (Vital.Weight, "kg") => value,
        (Vital.Weight, "g") => value / 1000,
        (Vital.Weight, "[lb_av]") => value * 0.45359237m,
        (Vital.Height, "cm") => value,
        (Vital.Height, "m") => value * 100,
        (Vital.Height, "[in_i]") => value * 2.54m,
        (Vital.Pain, "{score}" or "(score)" or "1" or "") => value,
        _ => null,
    };
}
