using System.Globalization;

namespace HospitalWeb.Domain.Nursing;

/// <summary>
/// Which values cannot be (outside Min to Max), which want a second look (outside Low to High), per measurement.
/// Set wide from general clinical knowledge; to be approved by the hospital's clinicians.
/// </summary>
public sealed record VitalLimits(Vital Vital, string Name, string Unit, decimal Min, decimal Max, decimal Low, decimal High)
{
    private static readonly VitalLimits[] Adult =
    [
        new(Vital.Systolic, "Systolic blood pressure", "mmHg", 20, 320, 60, 250),
        new(Vital.Diastolic, "Diastolic blood pressure", "mmHg", 10, 220, 30, 150),
        new(Vital.HeartRate, "Heart rate", "per min", 10, 350, 30, 220),
        new(Vital.RespiratoryRate, "Respiratory rate", "per min", 2, 120, 6, 60),
        new(Vital.Temperature, "Temperature", "°C", 25, 45, 33, 42),
        new(Vital.OxygenSaturation, "Oxygen saturation", "%", 30, 100, 70, 100),
        new(Vital.Weight, "Weight", "kg", 0.2m, 650, 30, 250),
        new(Vital.Height, "Height", "cm", 20, 260, 120, 220),
        new(Vital.Pain, "Pain score", "of 10", 0, 10, 0, 10),
        new(Vital.Glucose, "Blood glucose", "mmol/L", 0.3m, 100, 2, 33),
    ];

    private static readonly VitalLimits[] Child =
        [.. Adult.Select(limits => limits.Vital switch
        {
            Vital.Weight => limits with { Low = 1.5m, High = 150 },
            Vital.Height => limits with { Low = 40, High = 200 },
            Vital.Systolic => limits with { Low = 40, High = 180 },
            Vital.RespiratoryRate => limits with { High = 80 },
            _ => limits,
        })];

    public static VitalLimits Of(Vital vital, int? ageInYears = null) => (ageInYears < 16 ? Child : Adult).Single(limits => limits.Vital == vital);

    public static IReadOnlyList<VitalDoubt> Doubts(VitalSigns signs, int? ageInYears)
    {
        var doubts = Enum.GetValues<Vital>().Where(vital => signs[vital] is not null).Select(vital => Of(vital, ageInYears).Judge(signs[vital]!.Value)).OfType<VitalDoubt>().ToList();
        if (signs.SystolicMmHg <= signs.DiastolicMmHg) doubts.Add(new(Vital.Diastolic, true, "The diastolic pressure must be lower than the systolic. Swapped?"));
        return doubts;
    }

    private VitalDoubt? Judge(decimal value)
    {
        if (value < Min || value > Max) return new(Vital, true, $"{Name} {Show(value)} {Unit} is not possible ({Show(Min)} to {Show(Max)}).{Hint(value)}");
        if (value < Low || value > High) return new(Vital, false, $"{Name} {Show(value)} {Unit} is improbable.");
        return null;
    }

    // What the finger probably meant: a lost or doubled decimal place, metres for centimetres, Fahrenheit for Celsius.
    private string Hint(decimal value)
    {
        decimal[] meant = Vital == Vital.Temperature ? [value / 10, (value - 32) * 5 / 9] : [value / 10, value * 10, value * 100];
        return meant.Select(m => Math.Round(m, 1)).Where(m => m >= Low && m <= High).Select(m => $" Did you mean {Show(m, oneDecimal: Vital == Vital.Temperature)}?").FirstOrDefault("");
    }

    private static string Show(decimal value, bool oneDecimal = false) => value.ToString(oneDecimal ? "0.0" : "0.##", CultureInfo.InvariantCulture);
}

/// <summary>A value that is refused, or that somebody has to confirm.</summary>
public sealed record VitalDoubt(Vital Vital, bool IsImpossible, string Sentence);
