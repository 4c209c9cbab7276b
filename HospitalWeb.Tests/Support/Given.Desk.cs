using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    private static int licences;

    public static readonly Stamp Receptionist = new(new Guid(0x5EED, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), "Rosa Diaz", Now.AddDays(-7));

    public static Patient Patient(string family = "Smith", string given = "Jane", Sex sex = Sex.Female, DateOnly? born = null, string? phone = null, string? title = null)
    {
        var patient = HospitalWeb.Domain.Patients.Patient.Register(new(family, given) { Title = title }, sex, new(born ?? new(1945, 7, 14)), Receptionist);
        if (phone is not null) patient.Reach(phone, null, new());
        return patient;
    }

    /// <summary>A doctor with a licence in force.</summary>
    public static Practitioner Doctor(string family = "Patel", string given = "Asha") => Practitioner(Profession.Doctor, family, given, "Dr");

    public static Practitioner Practitioner(Profession profession, string family = "Okafor", string given = "Ben", string? title = null)
    {
        var practitioner = new Practitioner(title, given, family) { Profession = profession, LicenceNumber = $"L-{Interlocked.Increment(ref licences)}" };
        practitioner.RenewLicence(DateOnly.FromDateTime(Now.Date).AddYears(2));
        return practitioner;
    }

    /// <summary>Hours on every day of the week; the test hospital's clocks are London's.</summary>
    public static IEnumerable<Availability> EveryDay(Practitioner doctor, int from = 9, int until = 17, int slotMinutes = 30) => Enum.GetValues<DayOfWeek>()
        .Select(day => new Availability { Practitioner = doctor, Day = day, From = new(from, 0), Until = new(until, 0), SlotMinutes = slotMinutes, EffectiveFrom = new(2026, 1, 1) });

    /// <summary>Half an hour, today at 10:00 unless said otherwise.</summary>
    public static Appointment Appointment(Patient patient, Practitioner doctor, DateTimeOffset? at = null, AppointmentReason reason = AppointmentReason.Consultation)
    {
        var start = at ?? Now.AddHours(1);
        return HospitalWeb.Domain.Scheduling.Appointment.Book(patient, doctor, new(start, start.AddMinutes(30)), reason, null, Receptionist with { At = start.AddDays(-1) });
    }
}
