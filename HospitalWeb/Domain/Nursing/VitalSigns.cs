using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Nursing;

/// <summary>
/// What was measured at one moment; any part may be missing. Never altered: a wrong set is marked as entered in error and stays readable.
/// The unit is in each name (UCUM: mm[Hg], /min, Cel, %, kg, cm, mmol/L).
/// </summary>
public sealed class VitalSigns : IImported
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public required DateTimeOffset TakenAt { get; init; }
    public int? SystolicMmHg { get; init; }
    public int? DiastolicMmHg { get; init; }
    public int? HeartRatePerMin { get; init; }
    public int? RespiratoryRatePerMin { get; init; }
    public decimal? TemperatureC { get; init; }
    public int? OxygenSaturationPercent { get; init; }
    /// <summary>Null when nobody said; a score then stays incomplete.</summary>
    public bool? OnOxygen { get; init; }
    public Consciousness? Consciousness { get; init; }
    public decimal? WeightKg { get; init; }
    public decimal? HeightCm { get; init; }
    /// <summary>0 no pain to 10 worst imaginable.</summary>
    public int? PainScore { get; init; }
    public decimal? GlucoseMmolL { get; init; }
    public required Stamp Recorded { get; init; }
    public Stamp? EnteredInError { get; private set; }
    public string? ErrorReason { get; private set; }

    public bool IsValid => EnteredInError is null;
    public bool IsLateEntry => Recorded.At - TakenAt > TimeSpan.FromHours(24);
    public bool IsEmpty => Enum.GetValues<Vital>().All(vital => this[vital] is null) && Consciousness is null;

    /// <summary>Body mass index in kg/m² from the weight and height of this same set; half away from zero to one decimal.</summary>
    public decimal? Bmi => WeightKg is { } kg && HeightCm is { } cm and > 0 ? Math.Round(kg / (cm / 100 * (cm / 100)), 1, MidpointRounding.AwayFromZero) : null;

    public decimal? this[Vital vital] => vital switch
    {
        Vital.Systolic => SystolicMmHg,
        Vital.Diastolic => DiastolicMmHg,
        Vital.HeartRate => HeartRatePerMin,
        Vital.RespiratoryRate => RespiratoryRatePerMin,
        Vital.Temperature => TemperatureC,
        Vital.OxygenSaturation => OxygenSaturationPercent,
        Vital.Weight => WeightKg,
        Vital.Height => HeightCm,
        Vital.Pain => PainScore,
        Vital.Glucose => GlucoseMmolL,
        _ => null,
    };

    /// <summary>The gate for what is measured here: nothing impossible, and nothing improbable that nobody looked at twice.</summary>
    public VitalSigns Accepted(int? ageInYears, bool improbableConfirmed)
    {
        BrokenRule.When(Encounter is { IsOpen: false }, "This visit has ended. Record the vitals without a visit.");
        BrokenRule.When(IsEmpty, "Enter at least one measurement.");
        BrokenRule.When(TakenAt > Recorded.At, "The time of measurement cannot lie in the future.");
        BrokenRule.When(Patient.DiedAt < TakenAt, "The patient had died by then.");
        foreach (var doubt in VitalLimits.Doubts(this, ageInYears).OrderByDescending(d => d.IsImpossible))
            BrokenRule.When(doubt.IsImpossible || !improbableConfirmed, doubt.Sentence);
        return this;
    }

    public void MarkAsError(string reason, Stamp stamp)
    {
        BrokenRule.When(!IsValid, "These vitals are already marked as entered in error.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Give the reason.");

        (EnteredInError, ErrorReason) = (stamp, reason.Trim());
    }
}

public enum Vital { Systolic, Diastolic, HeartRate, RespiratoryRate, Temperature, OxygenSaturation, Weight, Height, Pain, Glucose }

/// <summary>Level of consciousness by ACVPU (Royal College of Physicians, 2017).</summary>
public enum Consciousness
{
    Alert,
    [Display(Name = "New confusion")] NewConfusion,
    [Display(Name = "Responds to voice")] Voice,
    [Display(Name = "Responds to pain")] Pain,
    Unresponsive,
}
