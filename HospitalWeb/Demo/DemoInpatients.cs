using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Patients in beds: some for days, one moved to intensive care, some gone home, a bed waiting to be cleaned.</summary>
internal sealed class DemoInpatients(DemoKit kit, DemoCrew crew, DemoClinic clinic)
{
    private static readonly (string Bed, string Reason, int DaysAgo)[] Lying =
    [
        ("A1-01", "Community-acquired pneumonia", 3), ("A1-02", "Heart failure, short of breath", 6), ("A1-03", "Cellulitis of the left leg", 1), ("A1-05", "Stroke, rehabilitation", 9),
        ("B2-01", "Appendicectomy", 2), ("B2-02", "Fractured hip", 4), ("C1-01", "Bronchiolitis", 1), ("M1-01", "Induction of labour", 0), ("A1-04", "Sepsis of urinary origin", 2),
    ];

    private static readonly (string Bed, string Reason, int DaysAgo, int Nights, string Summary)[] Gone =
    [
        ("A1-06", "Observation after a fall", 5, 3, "No fracture. Walks with a stick. Physiotherapy arranged at home."),
        ("B2-04", "Cholecystectomy", 4, 2, "Uneventful. Wound dry. Stitches out in ten days."),
    ];

    private List<Bed> beds = [];

    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        beds = await kit.Db.Beds.Include(bed => bed.Ward).ToListAsync();
        var free = new Queue<Patient>(kit.Chance.Random.Shuffle(patients.Where(patient => patient.BirthDate is not null && !clinic.IsHere(patient))));
        foreach (var (bed, reason, days) in Lying) await AdmitAsync(Next(bed), bed, reason, days);
        foreach (var (bed, reason, days, nights, summary) in Gone)
        {
            var admission = await AdmitAsync(Next(bed), bed, reason, days);
            await LeaveAsync(admission, summary, kit.At(kit.Today.AddDays(nights - days), 11));
        }
        beds.Single(bed => bed.Label == "A1-06").MarkCleaned(crew.WardManager.At(kit.MinutesAgo(180)));
        await kit.SaveAsync();

        // Children lie on the children's ward, mothers on theirs.
        Patient Next(string bed)
        {
            for (var tries = free.Count; ; tries--)
            {
                var patient = free.Dequeue();
                var age = patient.AgeOn(kit.Today)!.Value;
                if (tries == 0 || (bed.StartsWith("C1", StringComparison.Ordinal) ? age < 16 : bed.StartsWith("M1", StringComparison.Ordinal) ? patient.Sex == Sex.Female && age is > 17 and < 46 : age >= 18)) return patient;
                free.Enqueue(patient);
            }
        }
    }

    private async Task<Admission> AdmitAsync(Patient patient, string label, string reason, int daysAgo)
    {
        var at = daysAgo == 0 ? kit.MinutesAgo(130) : kit.At(kit.Today.AddDays(-daysAgo), 14, 20);
        var doctor = label[0] switch { 'B' => crew.Doctors[3], 'C' => crew.Doctors[2], 'M' => crew.Doctors[4], _ => crew.Doctors[0] };
        var admission = Admission.Admit(patient, beds.Single(bed => bed.Label == label), doctor.Practitioner, reason, crew.WardManager.At(at));
        kit.Db.Add(admission);
        await kit.SaveAsync();

        var worse = label == "A1-04";
        for (var day = daysAgo; day >= 1; day--) clinic.Measure(admission.Encounter, kit.At(kit.Today.AddDays(-day), 18, 30), ill: worse && day == 1);
        clinic.Measure(admission.Encounter, kit.MinutesAgo(70), ill: worse);
        if (worse) admission.TransferTo(beds.Single(bed => bed.Label == "ICU-01"), crew.WardManager.At(kit.MinutesAgo(60)));
        await ChargeDaysAsync(admission);
        return admission;
    }

    private async Task LeaveAsync(Admission admission, string summary, DateTimeOffset at)
    {
        admission.DischargeTo(Destination.Home, summary, overrideReason: null, admission.Practitioner is { } doctor ? crew.Of(doctor).At(at) : crew.WardManager.At(at));
        await kit.SaveAsync();
    }

    private async Task ChargeDaysAsync(Admission admission)
    {
        var acts = BedDays.Due(admission, kit.Today, kit.Day).Select(day => new BillableAct(ChargeSource.BedDay, day.SourceId, admission.Patient.Id, admission.Encounter.Id, day.Stay.Bed.Ward.BedDayPriceCode)).ToList();
        if (acts.Count > 0) await clinic.Charges.RaiseAsync(acts, crew.WardManager.At(kit.MinutesAgo(55)));
        await kit.SaveAsync();
    }
}
