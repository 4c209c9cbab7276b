using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Data.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Access;

/// <summary>What opens a patient, one tie at a time, and that it no longer does when the tie ends.</summary>
public sealed class RelationshipTests(HospitalApp app) : PageTest(app), IAsyncLifetime
{
    private readonly Patient patient = Given.Patient("Own");
    private readonly Practitioner doctor = Given.Doctor(), nurse = Given.Practitioner(Profession.Nurse);

    public async ValueTask InitializeAsync()
    {
        App.Clock.Now = Given.Now;
        await App.OpenAnyChartAsync(false);
        await App.Save(patient, doctor, nurse);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_doctor_without_a_tie_is_led_to_the_emergency_page_and_the_trail_says_so_once()
    {
        var page = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{patient.Id}");

        Assert.Equal("You have no treatment relationship with this patient", page.Text("h1"));
        Assert.DoesNotContain("OWN", page.Document.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1945", page.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        var entry = await App.UsingDb(db => db.AuditEntries.SingleAsync(e => e.PatientId == patient.Id && e.Action != AuditAction.Create));
        Assert.Equal((AuditAction.AccessDenied, AuditOutcome.Refused), (entry.Action, entry.Outcome));
    }

    [Fact]
    public async Task A_visit_opens_until_90_days_after_its_end()
    {
        var visit = Given.AVisit(patient, doctor);
        await AlsoAsync(visit);
        await OpensAsync(true);
        await App.UsingDb(async db =>
        {
            (await db.Set<HospitalWeb.Domain.Encounters.Encounter>().SingleAsync(e => e.Id == visit.Id)).Complete(false, Given.By("Dr"));
            await db.SaveChangesAsync();
        });

        App.Clock.Now = Given.Now + TreatmentTies.Aftercare;
        await OpensAsync(true);
        App.Clock.Now += TimeSpan.FromSeconds(1);
        await OpensAsync(false);
    }

    [Fact]
    public async Task A_booking_opens_from_now_until_30_days_after_and_not_when_it_is_cancelled()
    {
        var appointment = Given.Appointment(patient, doctor);
        await AlsoAsync(appointment);
        await OpensAsync(true);

        App.Clock.Now = appointment.StartsAt + TreatmentTies.PastBooking + TimeSpan.FromSeconds(1);
        await OpensAsync(false);

        App.Clock.Now = Given.Now;
        await App.UsingDb(async db =>
        {
            (await db.Set<HospitalWeb.Domain.Scheduling.Appointment>().Include(a => a.Atoms).SingleAsync(a => a.Id == appointment.Id)).Cancel("Called", Given.Receptionist);
            await db.SaveChangesAsync();
        });
        await OpensAsync(false);
    }

    [Fact]
    public async Task Whoever_waits_opens_to_the_nurses_and_to_the_doctors_of_the_department()
    {
        var stranger = Given.Doctor("Stranger");
        var department = new Department { Code = Guid.NewGuid().ToString()[..6], Name = Guid.NewGuid().ToString() };
        await App.UsingDb(async db =>
        {
            db.AddRange(department, stranger);
            (await db.Set<Practitioner>().SingleAsync(p => p.Id == doctor.Id)).Department = department;
            db.Add(new Practitioner("Dr", "Cora", "Colleague") { Profession = Profession.Doctor, Department = department, LicenceNumber = department.Code });
            await db.SaveChangesAsync();
        });
        var other = await App.UsingDb(db => db.Set<Practitioner>().Where(p => p.LicenceNumber == department.Code).Select(p => p.Id).SingleAsync());
        await AlsoAsync(Given.AVisit(patient, doctor, Given.Now));

        await OpensAsync(true, by: other);
        await OpensAsync(false, by: stranger.Id);
        await OpensAsync(true, Role.Nurse, nurse.Id);
        App.Clock.Now = Given.Now + TreatmentTies.Waiting + TimeSpan.FromSeconds(1);
        await OpensAsync(false, by: other);
        await OpensAsync(false, Role.Nurse, nurse.Id);
    }

    [Fact]
    public async Task Whoever_lies_on_a_ward_opens_to_those_who_work_there()
    {
        var ward = Given.AWard();
        var admission = Given.AnAdmission(patient, ward.Beds[0]);
        await AlsoAsync(ward, admission);
        await OpensAsync(false, Role.Nurse, nurse.Id);

        await AlsoAsync(new WardDuty { PractitionerId = nurse.Id, WardId = ward.Id });

        await OpensAsync(true, Role.Nurse, nurse.Id);
        await App.UsingDb(db => db.Set<WardDuty>().Where(d => d.PractitionerId == nurse.Id).ExecuteDeleteAsync());
        await OpensAsync(false, Role.Nurse, nurse.Id);
    }

    [Fact]
    public async Task Ordering_and_prescribing_open_for_90_days()
    {
        var me = Guid.NewGuid();
        await AlsoAsync(Given.ALabOrder(patient, ordered: new(me, "Dr", Given.Now)));
        Assert.True(await OpenAsync(As(Role.Doctor, doctor.Id, account: me), "doctor"));
        Assert.False(await OpenAsync(As(Role.Doctor, doctor.Id), "doctor"));

        await AlsoAsync(Given.Draft(patient, doctor, Given.Medication()));
        await OpensAsync(true);
        App.Clock.Now = Given.Now + TreatmentTies.Aftercare + TimeSpan.FromSeconds(1);
        await OpensAsync(false);
        Assert.False(await OpenAsync(As(Role.Doctor, doctor.Id, account: me), "doctor"));
    }

    [Fact]
    public async Task The_care_team_opens_while_one_is_on_it()
    {
        await App.UsingDb(async db =>
        {
            var (of, who) = (await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id), await db.Set<Practitioner>().SingleAsync(p => p.Id == doctor.Id));
            db.Add(CareTeamMember.Add(of, who, CareTeamRole.Attending, null, Given.By("Colleague"), Given.Now.AddDays(3)));
            await db.SaveChangesAsync();
        });

        await OpensAsync(true);
        App.Clock.Now = Given.Now.AddDays(3);
        await OpensAsync(false);
    }

    [Fact]
    public async Task A_result_to_acknowledge_opens_to_its_addressee_until_it_is_acknowledged()
    {
        var me = Guid.NewGuid();
        var notice = Notification.To(me, NotificationKind.CriticalResult, Severity.Critical, "Critical", "", null, patient.Id, Given.Now);
        await AlsoAsync(notice);
        Assert.True(await OpenAsync(As(Role.Doctor, account: me), "doctor"));

        await App.UsingDb(async db =>
        {
            (await db.Set<Notification>().SingleAsync(n => n.Id == notice.Id)).Acknowledge("Called", Given.By("Dr"));
            await db.SaveChangesAsync();
        });

        Assert.False(await OpenAsync(As(Role.Doctor, account: me), "doctor"));
    }

    [Fact]
    public async Task To_departments_a_patient_is_there_by_the_work_that_lies_there()
    {
        var (pharmacy, lab, billing) = (As(Role.Pharmacist), As(Role.LabTechnician), As(Role.BillingClerk));
        var (prescription, order) = (Given.Signed(patient, doctor, Given.Medication()), Given.ALabOrder(patient));
        Assert.Equal(HttpStatusCode.NotFound, (await billing.Open($"/billing/patients/{patient.Id}")).Status);

        // Saved before anybody looks, so that a page of it exists.
        await AlsoAsync(prescription, order, Given.ACharge(patient));

        Assert.Equal(HttpStatusCode.OK, (await billing.Open($"/billing/patients/{patient.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await pharmacy.Open($"/pharmacy/patients/{patient.Id}/prescriptions/{prescription.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lab.Open($"/lab/patients/{patient.Id}/orders/{order.Id}")).Status);
        await App.UsingDb(async db =>
        {
            await db.Set<LabOrderItem>().Where(i => i.OrderId == order.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, LabItemStatus.Released));
        });
        App.Clock.Now = Given.Now + TreatmentTies.Aftercare + TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.NotFound, (await pharmacy.Open($"/pharmacy/patients/{patient.Id}/prescriptions/{prescription.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.Open($"/lab/patients/{patient.Id}/orders/{order.Id}")).Status);
    }

    [Fact]
    public async Task The_decision_is_one_command()
    {
        await AlsoAsync(Given.AVisit(patient, doctor));
        var browser = As(Role.Doctor, doctor.Id);

        Assert.InRange(await CommandsOf(() => browser.Open($"/doctor/patients/{patient.Id}")), 1, 8);
        Assert.Single(App.Commands.ToString().Split("\n\n"), command => command.Contains("EmergencyAccess", StringComparison.Ordinal));
    }

    // Beside those who are there already.
    private Task AlsoAsync(params object[] rows) => App.UsingDb(db =>
    {
        db.AttachRange(patient, doctor, nurse);
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    private async Task OpensAsync(bool expected, Role role = Role.Doctor, Guid? by = null) =>
        Assert.Equal(expected, await OpenAsync(As(role, by ?? doctor.Id), role == Role.Nurse ? "nurse" : "doctor"));

    private async Task<bool> OpenAsync(Browser browser, string area) => (await browser.Open($"/{area}/patients/{patient.Id}")).Path == $"/{area}/patients/{patient.Id}";
}
