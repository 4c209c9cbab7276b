using System.Collections.Concurrent;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    private static readonly ConcurrentDictionary<string, Guid> Accounts = new();

    /// <summary>The same name is the same person.</summary>
    public static Stamp By(string name) => new(Accounts.GetOrAdd(name, _ => Guid.NewGuid()), name, Now);

    public static Encounter AVisit(Patient? patient = null, Practitioner? doctor = null, DateTimeOffset? at = null) =>
        new() { Patient = patient ?? Patient(), Practitioner = doctor, Class = EncounterClass.OutpatientVisit, StartedAt = at ?? Now, ChiefComplaint = "Cough" };

    public static SoapNote ASoapNote(string impression = "Bronchitis") => new()
    {
        Subjective = new() { ChiefComplaint = "Cough", History = "For three days, no fever." },
        Objective = new() { Examination = "Chest clear." },
        Assessment = new() { Impression = impression },
        Plan = new() { Treatment = "Rest and fluids.", Advice = "Come back if you get short of breath.", FollowUp = new() { On = new(2026, 3, 1), Instructions = "Check the chest." } },
    };

    public static VitalSigns Vitals(Patient? patient = null, int? systolic = 120, int? diastolic = 80, int? pulse = 70, int? respiration = 16, decimal? temperature = 37.0m, int? saturation = 98, bool? onOxygen = false, Consciousness? consciousness = Consciousness.Alert, decimal? weight = 70, decimal? height = 170, Encounter? visit = null, DateTimeOffset? at = null) => new()
    {
        Patient = patient ?? visit?.Patient ?? Patient(), Encounter = visit, TakenAt = at ?? Now, Recorded = By("Nora") with { At = at ?? Now },
        SystolicMmHg = systolic, DiastolicMmHg = diastolic, HeartRatePerMin = pulse, RespiratoryRatePerMin = respiration, TemperatureC = temperature,
        OxygenSaturationPercent = saturation, OnOxygen = onOxygen, Consciousness = consciousness, WeightKg = weight, HeightCm = height,
    };
}
