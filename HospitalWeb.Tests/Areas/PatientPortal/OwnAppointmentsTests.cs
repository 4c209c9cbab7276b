using System.Net;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.PatientPortal;

public sealed class OwnAppointmentsTests(HospitalApp app) : PageTest(app)
{
    private async Task<Appointment> AnAppointment(DateTimeOffset at, string family = "Smith")
    {
        var appointment = Given.Appointment(Given.Patient(family), Given.Doctor(), at);
        await App.Save(appointment);
        return appointment;
    }

    private Browser Owner(Appointment appointment) => As(Role.Patient, patient: appointment.PatientId);

    [Fact]
    public async Task A_patient_reads_what_is_coming_and_what_was()
    {
        var (patient, doctor) = (Given.Patient(), Given.Doctor());
        await App.Save(Given.Appointment(patient, doctor, Given.Now.AddDays(3)), Given.Appointment(patient, doctor, Given.Now.AddDays(-3)));

        var page = await As(Role.Patient, patient: patient.Id).Open("/patient/appointments");

        Assert.Contains("Coming up 5 March 2026 at 9am with Dr A Patel", page.Main);
        Assert.Contains("Earlier 27 February 2026 at 9am with Dr A Patel", page.Main);
    }

    [Fact]
    public async Task A_patient_cancels_in_time_and_the_doctor_is_free_again()
    {
        var appointment = await AnAppointment(Given.Now.AddDays(2));
        var page = await Owner(appointment).Open($"/patient/appointments/{appointment.Id}");

        var next = await (await page.Click("Cancel this appointment")).Submit(("Reason", "I am travelling"));

        Assert.Equal("Your appointment is cancelled. You do not need to do anything else.", next.Notice);
        var fresh = await App.UsingDb(db => db.Appointments.SingleAsync(a => a.Id == appointment.Id));
        Assert.Equal((AppointmentStatus.Cancelled, "I am travelling", 0), (fresh.Status, fresh.CancelReason, fresh.Atoms.Count));
    }

    [Fact]
    public async Task Less_than_a_day_before_the_patient_is_asked_to_call()
    {
        var appointment = await AnAppointment(Given.Now.AddHours(23));

        Assert.Contains("please call 020 7946 0000", (await Owner(appointment).Open($"/patient/appointments/{appointment.Id}")).Main);
        var refused = await (await Owner(appointment).Open($"/patient/appointments/{appointment.Id}/cancel")).Submit(("Reason", "ill"));
        Assert.Contains("It is too late to cancel here. Call the hospital instead.", refused.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/cancel")]
    public async Task Anothers_appointment_does_not_exist(string page)
    {
        var (mine, theirs) = (await AnAppointment(Given.Now.AddDays(4)), await AnAppointment(Given.Now.AddDays(5), "Jones"));

        Assert.Equal(HttpStatusCode.NotFound, (await Owner(mine).Open($"/patient/appointments/{theirs.Id}{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Patient).Open($"/patient/appointments/{theirs.Id}{page}")).Status);
    }
}
