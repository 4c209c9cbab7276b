using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Scheduling;

/// <summary>What somebody asks for at the desk.</summary>
public sealed record Booking(Guid PractitionerId, DateTimeOffset StartsAt)
{
    public AppointmentReason Reason { get; init; }
    public string? ReasonText { get; init; }
    public AppointmentMode Mode { get; init; }
    public string? OverlapReason { get; init; }
}

/// <summary>
/// Gives out times. What is free is looked up and the reasons against it are told here; that two people cannot save the same time is the database's promise.
/// </summary>
public static class AppointmentDesk
{
    public const string Taken = "That time has just been taken. Choose another one.";

    extension(HospitalContext db)
    {
        public async Task<Appointment> BookAsync(Patient patient, Booking wanted, TimeZoneInfo zone, Stamp stamp)
        {
            var (doctor, slot) = await db.TakeAsync(patient, wanted, null, zone, stamp.At);
            var appointment = Appointment.Book(patient, doctor, slot, wanted.Reason, wanted.ReasonText, stamp, wanted.Mode, wanted.OverlapReason);
            db.Add(appointment);
            return appointment;
        }

        public async Task<Appointment> RescheduleAsync(Appointment old, Booking wanted, string? reason, TimeZoneInfo zone, Stamp stamp)
        {
            var (doctor, slot) = await db.TakeAsync(old.Patient, wanted, old.Id, zone, stamp.At);
            var appointment = old.Reschedule(doctor, slot, reason, stamp, wanted.OverlapReason);
            db.Add(appointment);
            return appointment;
        }

        /// <summary>The timetables of these practitioners, with what is booked from the first day to the last.</summary>
        public async Task<IReadOnlyList<(Practitioner Practitioner, Timetable Timetable)>> TimetablesAsync(IQueryable<Practitioner> practitioners, DateOnly first, DateOnly last, TimeZoneInfo zone, Guid? replacing = null)
        {
            var (dayBefore, dayAfter) = (first.AddDays(-1), last.AddDays(1));
            var found = await practitioners.AsSingleQuery().Select(p => new
            {
                Practitioner = p,
                Weekly = db.Set<Availability>().Where(a => a.PractitionerId == p.Id && (a.EffectiveUntil == null || a.EffectiveUntil >= dayBefore)).ToList(),
                Exceptions = db.Set<AvailabilityException>().Where(e => e.PractitionerId == p.Id && e.Date >= dayBefore && e.Date <= dayAfter).ToList(),
            }).ToListAsync();

            var (from, until) = (AsUtc(dayBefore), AsUtc(dayAfter.AddDays(1)));
            var ids = found.Select(f => f.Practitioner.Id).ToList();
            var booked = await db.Set<Appointment>().Standing()
                .Where(a => ids.Contains(a.PractitionerId) && a.StartsAt >= from && a.StartsAt < until && a.Id != replacing)
                .Select(a => new { a.PractitionerId, a.StartsAt, a.EndsAt })
                .ToListAsync();
            var slots = booked.ToLookup(b => b.PractitionerId, b => new Slot(b.StartsAt, b.EndsAt));

            return found.Select(f => (f.Practitioner, new Timetable(new(f.Weekly, f.Exceptions, zone), [.. slots[f.Practitioner.Id]], zone))).ToList();
        }

        /// <summary>Whether the patient is to be somewhere else during that time.</summary>
        public Task<bool> IsElsewhereAsync(Guid patientId, Slot slot, Guid? replacing) => db.Set<Appointment>().Standing().Overlapping(slot)
            .Where(a => a.PatientId == patientId && a.Id != replacing)
            .AnyAsync();

        // One look at the doctor's and the patient's day: a booking is made while somebody waits.
        private async Task<(Practitioner Doctor, Slot Slot)> TakeAsync(Patient patient, Booking wanted, Guid? replacing, TimeZoneInfo zone, DateTimeOffset now)
        {
            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(wanted.StartsAt, zone).DateTime);
            var (dayBefore, dayAfter) = (date.AddDays(-1), date.AddDays(1));
            var (from, until) = (AsUtc(dayBefore), AsUtc(dayAfter.AddDays(1)));
            DayOfWeek[] days = [dayBefore.DayOfWeek, date.DayOfWeek];
            var found = await db.Set<Practitioner>().AsSingleQuery().Where(p => p.Id == wanted.PractitionerId && p.IsActive).Select(p => new
            {
                Doctor = p,
                Weekly = db.Set<Availability>().Where(a => a.PractitionerId == p.Id && days.Contains(a.Day)).ToList(),
                Exceptions = db.Set<AvailabilityException>().Where(e => e.PractitionerId == p.Id && e.Date >= dayBefore && e.Date <= dayAfter).ToList(),
                Booked = db.Set<Appointment>().Standing()
                    .Where(a => (a.PractitionerId == p.Id || a.PatientId == patient.Id) && a.StartsAt >= from && a.StartsAt < until && a.Id != replacing)
                    .Select(a => new { a.PractitionerId, a.PatientId, a.StartsAt, a.EndsAt, Doctor = a.Practitioner.DisplayName })
                    .ToList(),
            }).SingleOrDefaultAsync() ?? throw new BrokenRule("That doctor no longer works here.");

            var taken = found.Booked.Where(b => b.PractitionerId == found.Doctor.Id).Select(b => new Slot(b.StartsAt, b.EndsAt)).ToList();
            var slot = new Timetable(new(found.Weekly, found.Exceptions, zone), taken, zone).Take(wanted.StartsAt, now);
            var clash = found.Booked.FirstOrDefault(b => b.PatientId == patient.Id && slot.Overlaps(new(b.StartsAt, b.EndsAt)));
            BrokenRule.When(clash is not null && string.IsNullOrWhiteSpace(wanted.OverlapReason),
                $"{patient.ListName} is with {clash?.Doctor} at that time. Choose another time, or say why both can be kept.");
            return (found.Doctor, slot);
        }
    }

    private static DateTimeOffset AsUtc(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
