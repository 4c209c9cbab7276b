using System.Net;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class WalkInTests(HospitalApp app) : PageTest(app)
{
    private Browser Desk => As(Role.Receptionist);

    [Fact]
    public async Task Somebody_without_appointment_waits_in_the_queue_and_with_the_doctor_and_is_charged_like_the_others()
    {
        var (patient, doctor) = await Somebody();
        var form = await (await Desk.Open($"/reception/patients/{patient.Id}")).Click("Register walk-in");

        Assert.Contains($"{doctor.DisplayName} (0 waiting)", form.Text("select[name='Input.Practitioner']"));
        var queue = await form.Submit(Filled(doctor));

        Assert.Equal($"SMITH, Jane waits for {doctor.DisplayName}.", queue.Notice);
        Assert.Contains("SMITH, Jane", queue.Text("#queue"));
        Assert.Contains("Consultation i Walk-in ◷ Checked in since 09:00", queue.Text("#queue"));
        Assert.Contains("SMITH, Jane", (await As(Role.Doctor, practitioner: doctor.Id).Open("/doctor")).Text("table"));
        var visit = await App.UsingDb(db => db.Encounters.SingleAsync(e => e.PatientId == patient.Id));
        await (await As(Role.Doctor, practitioner: doctor.Id).Open($"/doctor/patients/{patient.Id}/visits/{visit.Id}/complete")).Submit();

        Assert.Equal("CONS", (await App.UsingDb(db => db.Charges.SingleAsync(c => c.PatientId == patient.Id))).ServiceCode);
        Assert.Equal(AppointmentStatus.Completed, (await App.UsingDb(db => db.Appointments.SingleAsync(a => a.PatientId == patient.Id))).Status);
    }

    [Fact]
    public async Task The_form_wants_doctor_and_reason_and_says_who_is_here_already()
    {
        var (patient, doctor) = await Somebody();
        var form = await Desk.Open($"/reception/patients/{patient.Id}/walk-in");

        var empty = await form.Submit();
        Assert.Contains("Choose the doctor.", empty.Errors);
        Assert.Contains("Choose the reason for the visit.", empty.Errors);
        await form.Submit(Filled(doctor));

        var again = await (await Desk.Open($"/reception/patients/{patient.Id}/walk-in")).Submit(Filled(doctor));
        Assert.Contains(Appointment.AlreadyHere, again.Errors);
        Assert.Equal(1, await App.UsingDb(db => db.Encounters.CountAsync(e => e.PatientId == patient.Id)));
    }

    [Fact]
    public async Task Any_doctor_of_a_department_will_do_the_one_with_the_shortest_queue_who_works_today_is_proposed_and_another_can_be_chosen()
    {
        var department = new Department { Code = "CARD", Name = "Cardiology" };
        var (busy, free, away) = (Given.Doctor("Busy"), Given.Doctor("Free"), Given.Doctor("Away"));
        foreach (var doctor in new[] { busy, free, away }) doctor.Department = department;
        var (first, second) = (Given.Patient(), Given.Patient("Jones"));
        await App.Save([first, second, away, Given.AVisit(doctor: busy), .. Given.EveryDay(busy), .. Given.EveryDay(free)]);

        var form = await (await Desk.Open($"/reception/patients/{first.Id}/walk-in")).SubmitForm("main form[method=get]", ("Department", department.Id.ToString()));

        Assert.Contains("First free: Dr A Free (0 waiting).", form.Main);
        Assert.Equal(["Choose", "Cardiology: Dr A Free (0 waiting)", "Cardiology: Dr A Busy (1 waiting)", "Cardiology: Dr A Away (0 waiting)"], form.Texts("[name='Input.Practitioner'] option"));
        Assert.Equal("SMITH, Jane waits for Dr A Free.", (await form.Submit(("Input.Reason", "Consultation"))).Notice);
        var other = await Desk.Open($"/reception/patients/{second.Id}/walk-in?Department={department.Id}");
        Assert.Equal("JONES, Jane waits for Dr A Busy.", (await other.Submit(Filled(busy))).Notice);
    }

    [Fact]
    public async Task Two_desks_at_once_register_the_patient_once()
    {
        var (patient, doctor) = await Somebody();

        await RegisterUnseenAsync(patient, doctor);
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => RegisterUnseenAsync(patient, doctor));

        Assert.Equal(Appointment.AlreadyHere, broken.Message);
    }

    [Fact]
    public async Task It_takes_no_time_that_could_be_booked()
    {
        var (patient, doctor) = await Somebody();

        await RegisterUnseenAsync(patient, doctor);

        Assert.Equal(0, await App.UsingDb(db => db.Appointments.Standing().CountAsync(a => a.PatientId == patient.Id)));
    }

    [Fact]
    public async Task A_visit_that_is_cancelled_leaves_the_queue()
    {
        var (patient, doctor) = await Somebody();
        await (await Desk.Open($"/reception/patients/{patient.Id}/walk-in")).Submit(Filled(doctor));
        var visit = await App.UsingDb(db => db.Encounters.SingleAsync(e => e.PatientId == patient.Id));

        await (await As(Role.Doctor, practitioner: doctor.Id).Open($"/doctor/patients/{patient.Id}/visits/{visit.Id}/cancel")).Submit(("Input.Reason", "Went home"));

        var left = await App.UsingDb(db => db.Appointments.SingleAsync(a => a.PatientId == patient.Id));
        Assert.Equal((AppointmentStatus.Cancelled, "Went home"), (left.Status, left.CancelReason));
        await (await Desk.Open($"/reception/patients/{patient.Id}/walk-in")).Submit(Filled(doctor));
        Assert.Equal(2, await App.UsingDb(db => db.Encounters.CountAsync(e => e.PatientId == patient.Id)));
    }

    [Fact]
    public async Task The_dead_and_the_unknown_cannot_be_registered()
    {
        var dead = Given.Patient();
        dead.Die(Given.Now.AddDays(-1));
        await App.Save(dead);

        Assert.Contains("This patient has died. No visit can begin.", (await Desk.Open($"/reception/patients/{dead.Id}/walk-in")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Open($"/reception/patients/{Guid.NewGuid()}/walk-in")).Status);
    }

    private static (string, string)[] Filled(Practitioner doctor) => [("Input.Practitioner", doctor.Id.ToString()), ("Input.Reason", "Consultation"), ("Input.ReasonText", "Cough")];

    // As a desk whose page was opened before the other one saved: the rule sees nobody, the index does.
    private Task RegisterUnseenAsync(Patient patient, Practitioner doctor) => App.UsingDb(async db =>
    {
        var (who, whom) = (await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id), await db.Set<Practitioner>().SingleAsync(p => p.Id == doctor.Id));
        db.Add(Appointment.WalkIn(who, whom, AppointmentReason.Consultation, null, [], Given.Today, Given.By("Rosa")));
        await db.SaveUnlessTakenAsync(Appointment.AlreadyHere);
    });

    private async Task<(Patient, Practitioner)> Somebody()
    {
        var (patient, doctor) = (Given.Patient(), Given.Doctor("Walkin"));
        await App.Save(patient, doctor);
        return (patient, doctor);
    }
}
