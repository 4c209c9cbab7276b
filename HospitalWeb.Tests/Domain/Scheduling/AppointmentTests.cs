using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Domain.Scheduling;

public sealed class AppointmentTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Stamp Yesterday = new(Guid.NewGuid(), "Rosa", Ten.AddDays(-1));
    private static readonly Practitioner Doctor = new("Dr", "Asha", "Patel") { Profession = Profession.Doctor };

    private static Patient Jane() => Patient.Register(new("Smith", "Jane"), Sex.Female, Birth.NotKnown);

    private static Slot HalfAnHour(DateTimeOffset from) => new(from, from.AddMinutes(30));

    private static Appointment Booked(DateTimeOffset? at = null, Patient? patient = null) => Appointment.Book(patient ?? Jane(), Doctor, HalfAnHour(at ?? Ten), AppointmentReason.Consultation, "cough", Yesterday);

    private static string Refused(Action act) => Assert.Throws<BrokenRule>(act).Message;

    [Fact]
    public void A_booking_holds_every_five_minutes_once_and_none_of_the_next()
    {
        var (first, second) = (Booked(), Booked(Ten.AddMinutes(30)));

        Assert.Equal(6, first.Atoms.Count);
        Assert.Empty(first.Atoms.Select(a => a.StartsAt).Intersect(second.Atoms.Select(a => a.StartsAt)));
    }

    [Fact]
    public void Overlapping_bookings_share_an_atom_also_across_midnight()
    {
        var midnight = Ten.AddHours(13).AddMinutes(45);

        Assert.Contains(midnight.AddMinutes(15), Booked(midnight).Atoms.Select(a => a.StartsAt).Intersect(Booked(midnight.AddMinutes(15)).Atoms.Select(a => a.StartsAt)));
    }

    [Fact]
    public void Half_open_times_touch_without_overlapping()
    {
        Assert.False(HalfAnHour(Ten).Overlaps(HalfAnHour(Ten.AddMinutes(30))));
        Assert.True(HalfAnHour(Ten).Overlaps(HalfAnHour(Ten.AddMinutes(15))));
    }

    [Fact]
    public void The_past_cannot_be_booked() => Assert.Equal("That time has passed.", Refused(() => Booked(Ten.AddDays(-2))));

    [Fact]
    public void Nobody_is_booked_after_death()
    {
        var patient = Jane();
        patient.Die(Ten.AddDays(-3));

        Assert.StartsWith("SMITH, Jane has died", Refused(() => Booked(patient: patient)), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_frees_the_time_and_ends_the_appointment()
    {
        var appointment = Booked();

        appointment.Cancel("Patient called", Yesterday);

        Assert.Empty(appointment.Atoms);
        Assert.Equal("This appointment is cancelled. Book a new one.", Refused(() => appointment.CheckIn(Ten)));
        Assert.Equal("This appointment is already cancelled.", Refused(() => appointment.Cancel("again", Yesterday)));
    }

    [Fact]
    public void A_cancellation_needs_a_reason() => Assert.Equal("Say why the appointment is cancelled.", Refused(() => Booked().Cancel(" ", Yesterday)));

    [Fact]
    public void A_patient_checks_in_once_and_on_the_day()
    {
        var appointment = Booked();

        Assert.Equal("This appointment is on another day.", Refused(() => appointment.CheckIn(Ten.AddDays(-1))));
        appointment.CheckIn(Ten.AddMinutes(-10));

        Assert.Equal("SMITH, Jane is already checked in.", Refused(() => appointment.CheckIn(Ten)));
    }

    [Fact]
    public void Who_was_not_checked_in_can_be_neither_seen_nor_completed()
    {
        var missed = Booked();
        missed.MarkNoShow(Ten.AddHours(1));

        Assert.Empty(missed.Atoms);
        Assert.Throws<BrokenRule>(() => missed.Complete(Ten));
        Assert.Throws<BrokenRule>(() => Booked().Start());
        Assert.Throws<BrokenRule>(() => missed.CheckIn(Ten));
    }

    [Fact]
    public void What_is_completed_stays_completed()
    {
        var appointment = Booked();
        appointment.CheckIn(Ten);
        appointment.Start();
        appointment.Complete(Ten.AddMinutes(20));

        Assert.Throws<BrokenRule>(appointment.Confirm);
        Assert.Throws<BrokenRule>(() => appointment.Cancel("no", Yesterday));
        Assert.Throws<BrokenRule>(() => appointment.MarkNoShow(Ten.AddDays(1)));
    }

    [Fact]
    public void Nobody_has_missed_what_is_not_over() => Assert.Throws<BrokenRule>(() => Booked().MarkNoShow(Ten.AddMinutes(29)));

    [Fact]
    public void A_new_time_is_a_new_appointment_that_names_the_old_one()
    {
        var old = Booked();

        var replacement = old.Reschedule(Doctor, HalfAnHour(Ten.AddMinutes(15)), "Bus late", Yesterday);

        Assert.Equal((AppointmentStatus.Cancelled, AppointmentStatus.Scheduled), (old.Status, replacement.Status));
        Assert.Equal(("cough", old.Id), (replacement.ReasonText, replacement.ReplacesId));
    }

    [Fact]
    public void A_patient_cancels_only_in_time()
    {
        Assert.Equal("It is too late to cancel here. Call the hospital instead.", Refused(() => Booked().CancelByPatient("ill", Yesterday with { At = Ten.AddHours(-23) })));

        var appointment = Booked();
        appointment.CancelByPatient("ill", Yesterday with { At = Ten.AddHours(-24) });

        Assert.Equal(AppointmentStatus.Cancelled, appointment.Status);
    }
}
