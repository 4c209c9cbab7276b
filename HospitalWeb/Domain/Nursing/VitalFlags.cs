namespace HospitalWeb.Domain.Nursing;

/// <summary>How far a measurement lies from what is usual; NoRange where none is known for this patient.</summary>
public enum VitalFlag { InRange, CriticallyLow, Low, High, CriticallyHigh, NoRange }

/// <summary>
/// Marks abnormal measurements. Pulse, breathing, temperature and saturation follow the bands of NEWS2 (Royal College of Physicians, 2017);
/// blood pressure high from 140/90 and critical from 180/120 (ESC/ESH 2018); glucose low under 3.9 and critical under 3.0 mmol/L (ADA).
/// Pulse, breathing and blood pressure are judged from 16 years on only: children's ranges change with each year of age.
/// </summary>
public static class VitalFlags
{
    private sealed record Band(decimal CriticallyLow, decimal Low, decimal High, decimal CriticallyHigh, bool AdultsOnly);

    private static readonly Dictionary<Vital, Band> Bands = new()
    {
        [Vital.Systolic] = new(90, 100, 140, 180, AdultsOnly: true),
        [Vital.Diastolic] = new(40, 59, 90, 120, AdultsOnly: true),
        [Vital.HeartRate] = new(40, 50, 91, 131, AdultsOnly: true),
        [Vital.RespiratoryRate] = new(8, 11, 21, 25, AdultsOnly: true),
        [Vital.Temperature] = new(35.0m, 36.0m, 38.1m, 39.1m, AdultsOnly: false),
        [Vital.OxygenSaturation] = new(91, 95, 101, 101, AdultsOnly: false),
        [Vital.Glucose] = new(2.9m, 3.8m, 11.1m, 25.0m, AdultsOnly: false),
    };

    /// <summary>Bounds are inclusive: a pulse of 50 is low, one of 51 is not.</summary>
    public static VitalFlag Of(Vital vital, decimal value, int? ageInYears)
    {
        if (!Bands.TryGetValue(vital, out var band)) return VitalFlag.NoRange;
        if (band.AdultsOnly && ageInYears is null or < 16) return VitalFlag.NoRange;

        return value <= band.CriticallyLow ? VitalFlag.CriticallyLow
            : value <= band.Low ? VitalFlag.Low
            : value >= band.CriticallyHigh ? VitalFlag.CriticallyHigh
            : value >= band.High ? VitalFlag.High
            : VitalFlag.InRange;
    }

    /// <summary>The usual range of an adult, for the pale band behind a curve; null where none is drawn.</summary>
    public static (decimal From, decimal To)? Usual(Vital vital) => vital switch
    {
        Vital.Systolic => (101, 139),
        Vital.HeartRate => (51, 90),
        Vital.RespiratoryRate => (12, 20),
        Vital.Temperature => (36.1m, 38.0m),
        Vital.OxygenSaturation => (96, 100),
        Vital.Glucose => (3.9m, 11.0m),
        _ => null,
    };
}
