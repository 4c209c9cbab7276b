namespace HospitalWeb.Domain.Nursing;

/// <summary>
/// National Early Warning Score 2 (Royal College of Physicians, 2017), oxygen saturation by scale 1.
/// For patients from 16 years on who are not pregnant; with any item missing there is no total, never a false low one.
/// </summary>
public sealed record News2
{
    public const int FromAge = 16;

    public bool Applies { get; private init; } = true;
    public IReadOnlyList<string> Missing { get; private init; } = [];
    /// <summary>0 to 20; null when the score does not apply or is incomplete.</summary>
    public int? Total { get; private init; }
    public bool AnySingleThree { get; private init; }

    public NewsRisk? Risk => Total switch
    {
        null => null,
        >= 7 => NewsRisk.High,
        >= 5 => NewsRisk.Medium,
        _ => AnySingleThree ? NewsRisk.LowMedium : NewsRisk.Low,
    };

    public static News2 Of(VitalSigns signs, int? ageInYears)
    {
        if (ageInYears is not >= FromAge) return new() { Applies = false };

        (string Name, int? Points)[] items =
        [
            ("respiratory rate", Respiration(signs.RespiratoryRatePerMin)),
            ("oxygen saturation", Saturation(signs.OxygenSaturationPercent)),
            ("air or oxygen", signs.OnOxygen is { } oxygen ? oxygen ? 2 : 0 : null),
            ("systolic blood pressure", Systolic(signs.SystolicMmHg)),
            ("heart rate", Pulse(signs.HeartRatePerMin)),
            ("consciousness", signs.Consciousness is { } level ? level == Consciousness.Alert ? 0 : 3 : null),
            ("temperature", Temperature(signs.TemperatureC)),
        ];

        var missing = items.Where(item => item.Points is null).Select(item => item.Name).ToList();
        return missing.Count > 0 ? new() { Missing = missing } : new() { Total = items.Sum(item => item.Points), AnySingleThree = items.Any(item => item.Points == 3) };
    }

    private static int? Respiration(int? perMin) => perMin switch { null => null, <= 8 => 3, <= 11 => 1, <= 20 => 0, <= 24 => 2, _ => 3 };

    private static int? Saturation(int? percent) => percent switch { null => null, <= 91 => 3, <= 93 => 2, <= 95 => 1, _ => 0 };

    private static int? Systolic(int? mmHg) => mmHg switch { null => null, <= 90 => 3, <= 100 => 2, <= 110 => 1, <= 219 => 0, _ => 3 };

    private static int? Pulse(int? perMin) => perMin switch { null => null, <= 40 => 3, <= 50 => 1, <= 90 => 0, <= 110 => 1, <= 130 => 2, _ => 3 };

    private static int? Temperature(decimal? celsius) => celsius switch { null => null, <= 35.0m => 3, <= 36.0m => 1, <= 38.0m => 0, <= 39.0m => 1, _ => 2 };
}

public enum NewsRisk { Low, LowMedium, Medium, High }
