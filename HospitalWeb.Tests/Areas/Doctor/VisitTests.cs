using System.Net;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class VisitTests(HospitalApp app) : PageTest(app)
{
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public async Task My_list_ranks_by_priority_then_arrival_and_leaves_out_others_patients()
    {
        Encounter At(string family, int rank, int minutes, Practitioner? of)
        {
            var visit = Given.AVisit(Given.Patient(family), of, App.Clock.Now.AddMinutes(-minutes));
            visit.Triage(rank, null, Given.By("Nora"));
            return visit;
        }
        await App.Save(At("Later", 3, 5, doctor), At("Earlier", 3, 60, doctor), At("First", 1, 1, doctor), At("Other", 1, 1, Given.Doctor("Other")));

        var page = await Me().Open("/doctor");

        Assert.Equal(["FIRST, Jane", "EARLIER, Jane", "LATER, Jane"], page.Texts("tbody th a"));
        Assert.InRange(await CommandsOf(() => Me().Open("/doctor")), 1, 3);
    }

    [Fact]
    public async Task Completing_ends_the_visit_and_its_appointment_and_charges_the_consultation_once()
    {
        var (appointment, visit) = await CheckedIn();
        var form = await Me().Open($"{Path(visit)}/complete");

        var next = await form.Submit();
        var again = await (await Me().Open($"{Path(visit)}/complete")).Submit();

        Assert.Equal("The visit of SMITH, Jane is completed.", next.Notice);
        Assert.Contains("This visit is completed.", again.Errors);
        await App.UsingDb(async db =>
        {
            Assert.Equal(EncounterStatus.Completed, (await db.Encounters.SingleAsync(e => e.Id == visit.Id)).Status);
            Assert.Equal(AppointmentStatus.Completed, (await db.Appointments.SingleAsync(a => a.Id == appointment.Id)).Status);
            var charge = await db.Charges.SingleAsync(c => c.EncounterId == visit.Id);
            Assert.Equal((ChargeSource.Consultation, visit.Id, "CONS"), (charge.SourceKind, charge.SourceId, charge.ServiceCode));
        });
    }

    [Fact]
    public async Task A_draft_note_keeps_the_visit_open()
    {
        var (_, visit) = await CheckedIn();
        await (await Me().Open($"{Path(visit)}/note")).Submit(("Input.History", "Three days"));

        var refused = await (await Me().Open($"{Path(visit)}/complete")).Submit();

        Assert.Contains("A note of this visit is still a draft.", refused.Errors);
        Assert.Equal(AppointmentStatus.InProgress, (await App.UsingDb(db => db.Appointments.SingleAsync(a => a.Id == visit.AppointmentId))).Status);
    }

    [Fact]
    public async Task A_visit_is_cancelled_with_a_reason_and_costs_nothing()
    {
        var (_, visit) = await CheckedIn();
        var form = await Me().Open($"{Path(visit)}/cancel");

        Assert.Contains("Give the reason for cancelling the visit.", (await form.Submit(("Input.Reason", ""))).Errors);
        await form.Submit(("Input.Reason", "Left before being seen"));

        Assert.Equal(EncounterStatus.Cancelled, (await App.UsingDb(db => db.Encounters.SingleAsync(e => e.Id == visit.Id))).Status);
        Assert.False(await App.UsingDb(db => db.Charges.AnyAsync(c => c.EncounterId == visit.Id)));
    }

    [Fact]
    public async Task A_doctor_begins_a_visit_for_somebody_without_an_appointment_but_not_a_second_one()
    {
        var patient = Given.Patient();
        await App.Save(patient, doctor);
        var form = await Me().Open($"/doctor/patients/{patient.Id}/visits/begin");

        Assert.Contains("Enter the chief complaint.", (await form.Submit(("Input.Class", "Emergency"))).Errors);
        var visit = await form.Submit(("Input.Class", "Emergency"), ("Input.ChiefComplaint", "Fell down"));
        var second = await (await Me().Open($"/doctor/patients/{patient.Id}/visits/begin")).Submit(("Input.Class", "Emergency"), ("Input.ChiefComplaint", "Again"));

        Assert.Contains("Fell down", visit.Main);
        Assert.Contains("SMITH, Jane has an open visit. Open that one.", second.Errors);
    }

    [Fact]
    public async Task The_visit_page_asks_the_database_little_and_another_patients_visit_is_not_found()
    {
        var (_, visit) = await CheckedIn();
        await Me().Open(Path(visit));

        Assert.InRange(await CommandsOf(() => Me().Open(Path(visit))), 1, 8);
        foreach (var page in new[] { "", "/note", "/complete", "/cancel", "/diagnoses/add" })
            Assert.Equal(HttpStatusCode.NotFound, (await Me().Open($"/doctor/patients/{Guid.NewGuid()}/visits/{visit.Id}{page}")).Status);
    }

    private Browser Me() => As(Role.Doctor, practitioner: doctor.Id);

    private static string Path(Encounter visit) => $"/doctor/patients/{visit.PatientId}/visits/{visit.Id}";

    private async Task<(Appointment, Encounter)> CheckedIn()
    {
        var appointment = Given.Appointment(Given.Patient(), doctor);
        return await App.UsingDb(async db =>
        {
            db.Add(appointment);
            appointment.CheckIn(App.Clock.Now);
            var visit = Encounter.OpenFor(appointment, Given.Receptionist with { At = App.Clock.Now });
            db.Add(visit);
            appointment.OpenedAs(visit.Id);
            await db.SaveChangesAsync();
            return (appointment, visit);
        });
    }
}
