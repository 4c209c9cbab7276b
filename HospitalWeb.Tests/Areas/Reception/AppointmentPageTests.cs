using System.Net;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class AppointmentPageTests(HospitalApp app) : PageTest(app)
{
    private async Task<Appointment> AnAppointment(string family, DateTimeOffset? at = null)
    {
        var doctor = Given.Doctor();
        var appointment = Given.Appointment(Given.Patient(family), doctor, at);
        await App.Save([.. Given.EveryDay(doctor), appointment]);
        return appointment;
    }

    private static string PathOf(Appointment appointment, string page = "") => $"/reception/patients/{appointment.PatientId}/appointments/{appointment.Id}{page}";

    private Task<Appointment> Fresh(Appointment appointment) => App.UsingDb(db => db.Appointments.SingleAsync(a => a.Id == appointment.Id));

    [Fact]
    public async Task Checking_in_opens_the_visit_and_the_patient_waits()
    {
        var appointment = await AnAppointment("Arrives");

        var next = await (await As(Role.Receptionist).Open(PathOf(appointment, "/check-in"))).Submit();

        Assert.Equal("/reception", next.Path);
        Assert.Equal("ARRIVES, Jane is checked in for Dr A Patel.", next.Notice);
        var fresh = await Fresh(appointment);
        var visit = await App.UsingDb(db => db.Set<Encounter>().SingleAsync(e => e.AppointmentId == appointment.Id));
        Assert.Equal((AppointmentStatus.CheckedIn, visit.Id, App.Clock.Now), (fresh.Status, fresh.EncounterId, fresh.CheckedInAt));
    }

    [Fact]
    public async Task A_second_check_in_is_refused_and_opens_no_second_visit()
    {
        var appointment = await AnAppointment("Again");
        var forms = await Task.WhenAll(As(Role.Receptionist).Open(PathOf(appointment, "/check-in")), As(Role.Receptionist).Open(PathOf(appointment, "/check-in")));
        await forms[0].Submit();

        var refused = await forms[1].Submit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("AGAIN, Jane is already checked in.", refused.Errors);
        Assert.Equal(1, await App.UsingDb(db => db.Set<Encounter>().CountAsync(e => e.AppointmentId == appointment.Id)));
    }

    [Fact]
    public async Task Cancelling_needs_a_reason_and_frees_the_time()
    {
        var appointment = await AnAppointment("Cancels");
        var form = await As(Role.Receptionist).Open(PathOf(appointment, "/cancel"));

        Assert.Contains("Say why the appointment is cancelled.", (await form.Submit(("Reason", ""))).Errors);
        var next = await form.Submit(("Reason", "Patient is ill"));

        Assert.Equal("The appointment of CANCELS, Jane is cancelled and its time is free.", next.Notice);
        var fresh = await Fresh(appointment);
        Assert.Equal((AppointmentStatus.Cancelled, "Patient is ill", 0), (fresh.Status, fresh.CancelReason, fresh.Atoms.Count));
        Assert.Contains("This appointment is cancelled. Book a new one.", (await (await As(Role.Receptionist).Open(PathOf(appointment, "/check-in"))).Submit()).Errors);
    }

    [Fact]
    public async Task Moving_by_a_half_hour_within_the_own_time_keeps_one_standing_appointment()
    {
        var appointment = await AnAppointment("Moves");
        var form = await As(Role.Receptionist).Open(PathOf(appointment, "/move"));
        Assert.Contains("10:00", form.Texts("fieldset label"));

        var next = await form.Submit(("Input.StartsAt", "2026-03-02T10:00:00Z"), ("Input.Reason", "Wanted the same time after all"));

        Assert.StartsWith("MOVES, Jane now comes on 02-Mar-2026 at 10:00", next.Notice);
        var all = await App.UsingDb(db => db.Appointments.Where(a => a.PatientId == appointment.PatientId).OrderBy(a => a.Number).ToListAsync());
        Assert.Equal([AppointmentStatus.Cancelled, AppointmentStatus.Scheduled], all.Select(a => a.Status));
        Assert.Equal((appointment.Id, 6), (all[1].ReplacesId, all[1].Atoms.Count));
    }

    [Fact]
    public async Task The_page_of_an_appointment_says_who_booked_it()
    {
        var appointment = await AnAppointment("Booked");

        var page = await As(Role.Receptionist).Open(PathOf(appointment));

        Assert.Contains("Rosa Diaz, 01-Mar-2026 10:00", page.Main);
        Assert.Contains("Mon 02-Mar-2026", page.Main);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/check-in")]
    [InlineData("/move")]
    [InlineData("/cancel")]
    public async Task Under_another_patient_the_appointment_is_not_found(string page)
    {
        var (appointment, other) = (await AnAppointment("Mine"), await AnAppointment("Theirs", Given.Now.AddHours(2)));

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Receptionist).Open($"/reception/patients/{other.PatientId}/appointments/{appointment.Id}{page}")).Status);
    }
}
