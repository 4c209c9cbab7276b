using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Access;
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

    private static readonly (string Bed, string Reason, int DaysAgo, int Nights, Destination To, string Summary)[] Gone =
    [
        ("A1-06", "Observation after a fall", 5, 3, Destination.Home, "No fracture. Walks with a stick. Physiotherapy arranged at home."),
        ("B2-04", "Cholecystectomy", 4, 2, Destination.Home, "Uneventful. Wound dry. Stitches out in ten days."),
        ("A1-07", "Advanced heart failure, comfort care", 6, 2, Destination.Died, "Died peacefully with the family present."),
    ];

    private List<Bed> beds = [];

    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        beds = await kit.Db.Beds.Include(bed => bed.Ward).ToListAsync();
        var free = new Queue<Patient>(kit.Chance.Random.Shuffle(patients.Where(patient => patient.BirthDate is not null && !clinic.Here.Contains(patient))));
        foreach (var (bed, reason, days) in Lying) Stay(Admit(Next(bed), bed, reason, days), bed, days);
        foreach (var (bed, reason, days, nights, to, summary) in Gone) Leave(Admit(Next(bed), bed, reason, days), to, summary, kit.At(kit.Today.AddDays(nights - days), 11));
        Staff();
        await kit.SaveAsync();
        foreach (var admission in kit.Db.Admissions.Local.OrderBy(admission => admission.Number).ToList())
            await new BedDayCharges(kit.Db, clinic.Charges).RaiseAsync(admission, kit.Today, kit.Day, crew.WardManager.At(kit.MinutesAgo(55)));
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

    // The nurses work on the wards, who lies there longest has a second doctor beside the first, and one was looked up in an emergency.
    private void Staff()
    {
        foreach (var ward in beds.Select(bed => bed.Ward).Distinct())
            foreach (var nurse in crew.Nurses) kit.Db.Add(new WardDuty { PractitionerId = nurse.Practitioner!.Id, WardId = ward.Id });
        foreach (var admission in kit.Db.Admissions.Local.Where(a => a.EndedAt is null).OrderBy(a => a.AdmittedAt).Take(3).ToList())
            kit.Db.Add(CareTeamMember.Add(admission.Patient, crew.Doctors[1].Practitioner!, CareTeamRole.Consulting, null, crew.Doctors[0].At(kit.MinutesAgo(50))));
        kit.Db.Add(EmergencyAccess.Begin(kit.Db.Admissions.Local.Where(a => a.EndedAt is null).MinBy(a => a.AdmittedAt)!.Patient, "Collapsed in the corridor, the ward was not answering", crew.Doctors[^1].At(kit.MinutesAgo(400))));
        var late = crew.Doctors[^1].At(kit.MinutesAgo(390));
        kit.Db.Add(AccessAlarm.Raise(AlarmRule.UnusualHour, late.AccountId, late.Name, null, late.At, DateOnly.FromDateTime(late.At.Date), "No record was opened about this hour on the days before"));
    }

    private Admission Admit(Patient patient, string label, string reason, int daysAgo)
    {
        var at = daysAgo == 0 ? kit.MinutesAgo(130) : kit.At(kit.Today.AddDays(-daysAgo), 14, 20);
        var doctor = label[0] switch { 'B' => crew.Doctors[3], 'C' => crew.Doctors[2], 'M' => crew.Doctors[4], _ => crew.Doctors[0] };
        var admission = Admission.Admit(patient, beds.Single(bed => bed.Label == label), doctor.Practitioner, reason, crew.WardManager.At(at));
        kit.Add(admission.Encounter);
        kit.Add(admission);
        return admission;
    }

    private void Stay(Admission admission, string label, int daysAgo)
    {
        var worse = label == "A1-04";
        for (var day = daysAgo; day >= 1; day--) clinic.Measure(admission.Encounter, kit.At(kit.Today.AddDays(-day), 18, 30), ill: worse && day == 1);
        clinic.Measure(admission.Encounter, kit.MinutesAgo(70), ill: worse);
        if (worse) admission.TransferTo(beds.Single(bed => bed.Label == "ICU-01"), crew.WardManager.At(kit.MinutesAgo(60)));
    }

    private void Leave(Admission admission, Destination to, string summary, DateTimeOffset at)
    {
        clinic.Measure(admission.Encounter, admission.AdmittedAt.AddHours(3));
        admission.DischargeTo(to, summary, overrideReason: null, admission.Practitioner is { } doctor ? crew.Of(doctor).At(at) : crew.WardManager.At(at));
    }
}
