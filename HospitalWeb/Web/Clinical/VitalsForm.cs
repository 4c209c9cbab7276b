using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Web.Clinical;

public sealed class VitalsForm
{
    [Required(ErrorMessage = "Enter the day of the measurement.")]
    public DateOnly? Date { get; set; }

    [Required(ErrorMessage = "Enter the time of the measurement, for example 08:05.")]
    public TimeOnly? Time { get; set; }

    public int? SystolicMmHg { get; set; }
    public int? DiastolicMmHg { get; set; }
    public int? HeartRatePerMin { get; set; }
    public int? RespiratoryRatePerMin { get; set; }
    public decimal? TemperatureC { get; set; }
    public int? OxygenSaturationPercent { get; set; }
    public bool? OnOxygen { get; set; }
    public Consciousness? Consciousness { get; set; }
    public decimal? WeightKg { get; set; }
    public decimal? HeightCm { get; set; }
    public int? PainScore { get; set; }
    public decimal? GlucoseMmolL { get; set; }
    public bool Confirmed { get; set; }

    public VitalSigns ToSigns(Patient patient, Encounter? visit, FacilityClock clock, Stamp stamp)
    {
        var typed = clock.At(Date!.Value, Time!.Value);
        return new()
        {
            // The boxes hold whole minutes: the current one means now.
            Patient = patient, Encounter = visit, Recorded = stamp, TakenAt = stamp.At - typed is { Ticks: >= 0 } gone && gone < TimeSpan.FromMinutes(1) ? stamp.At : typed,
            SystolicMmHg = SystolicMmHg, DiastolicMmHg = DiastolicMmHg, HeartRatePerMin = HeartRatePerMin, RespiratoryRatePerMin = RespiratoryRatePerMin,
            TemperatureC = TemperatureC, OxygenSaturationPercent = OxygenSaturationPercent, OnOxygen = OnOxygen, Consciousness = Consciousness,
            WeightKg = WeightKg, HeightCm = HeightCm, PainScore = PainScore, GlucoseMmolL = GlucoseMmolL,
        };
    }

    public static string FieldOf(Vital vital) => "Input." + vital switch
    {
        Vital.Systolic => nameof(SystolicMmHg),
        Vital.Diastolic => nameof(DiastolicMmHg),
        Vital.HeartRate => nameof(HeartRatePerMin),
        Vital.RespiratoryRate => nameof(RespiratoryRatePerMin),
        Vital.Temperature => nameof(TemperatureC),
        Vital.OxygenSaturation => nameof(OxygenSaturationPercent),
        Vital.Weight => nameof(WeightKg),
        Vital.Height => nameof(HeightCm),
        Vital.Pain => nameof(PainScore),
        _ => nameof(GlucoseMmolL),
    };
}
