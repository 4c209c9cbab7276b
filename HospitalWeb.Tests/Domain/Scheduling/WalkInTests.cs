using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Domain.Scheduling;

public sealed class WalkInTests
{
    private readonly Patient patient = Given.Patient();
    private readonly Practitioner doctor = Given.Doctor();

    private Appointment WalkIn(params Appointment[] today) => Appointment.WalkIn(patient, doctor, AppointmentReason.Urgent, " cough ", today, Given.Today, Given.By("Rosa"));

    private static string Refused(Action act) => Assert.Throws<BrokenRule>(act).Message;

    [Fact]
    public void It_waits_at_once_takes_no_time_and_opens_a_visit_like_a_booked_one()
    {
        var walkIn = WalkIn();
        var visit = Encounter.OpenFor(walkIn, Given.By("Rosa"));

        Assert.Equal((AppointmentStatus.CheckedIn, Given.Now, 2, "cough"), (walkIn.Status, walkIn.CheckedInAt, walkIn.Priority, walkIn.ReasonText));
        Assert.Empty(walkIn.Atoms);
        Assert.Equal((doctor, EncounterClass.OutpatientVisit, TriagePriority.Of(AppointmentReason.Urgent)), (visit.Practitioner, visit.Class, visit.Priority));
    }

    [Fact]
    public void The_dead_do_not_walk_in_and_nobody_waits_for_who_has_left()
    {
        doctor.Leave();
        Assert.Equal("Dr A Patel no longer works here.", Refused(() => WalkIn()));

        patient.Die(Given.Now);
        Assert.Equal("SMITH, Jane has died. No visit can begin.", Refused(() => WalkIn()));
    }

    [Fact]
    public void Who_is_here_already_or_booked_there_today_does_not_come_a_second_time()
    {
        var booked = Given.Appointment(patient, doctor);

        Assert.Equal("SMITH, Jane is booked there today. Check in that appointment instead.", Refused(() => WalkIn(booked)));
        booked.CheckIn(Given.Now);
        Assert.Equal(Appointment.AlreadyHere, Refused(() => WalkIn(booked)));
        booked.Complete(Given.Now);

        Assert.True(WalkIn(booked).IsWalkIn);
    }

    [Fact]
    public void Another_department_is_another_matter()
    {
        var elsewhere = Given.Appointment(patient, Given.Doctor("Chen"));
        elsewhere.CheckIn(Given.Now);

        Assert.True(WalkIn(elsewhere).IsWalkIn);
    }

    [Fact]
    public void Who_leaves_unseen_frees_the_place_in_the_queue()
    {
        var walkIn = WalkIn();

        walkIn.LeaveUnseen(" Went home ", Given.By("Rosa"));

        Assert.Equal((AppointmentStatus.Cancelled, "Went home"), (walkIn.Status, walkIn.CancelReason));
        Assert.True(WalkIn(walkIn).IsWalkIn);
        Assert.Contains("Only a patient who was checked in", Refused(() => walkIn.LeaveUnseen("Again", Given.By("Rosa"))));
    }
}
