using System.Net;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class BookingTests(HospitalApp app) : PageTest(app)
{
    private const string Ten = "2026-03-02T10:00:00Z", HalfPast = "2026-03-02T10:30:00Z";

    private async Task<(Patient Patient, Practitioner Doctor)> ADoctorAndAPatient(string family = "Smith")
    {
        var (patient, doctor) = (Given.Patient(family), Given.Doctor());
        await App.Save([patient, doctor, .. Given.EveryDay(doctor)]);
        return (patient, doctor);
    }

    private Task<Browser.Page> BookingPage(Patient patient, Practitioner doctor, string date = "2-Mar-2026") =>
        As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/book?doctor={doctor.Id}&date={date}");

    private Task<List<Appointment>> Of(Practitioner doctor) => App.UsingDb(db => db.Appointments.Where(a => a.PractitionerId == doctor.Id).OrderBy(a => a.StartsAt).ToListAsync());

    [Fact]
    public async Task A_free_time_is_booked_and_then_no_longer_offered()
    {
        var (patient, doctor) = await ADoctorAndAPatient();
        var form = await BookingPage(patient, doctor);

        var next = await form.Submit(("Input.StartsAt", Ten), ("Input.Reason", "FollowUp"), ("Input.ReasonText", "sore throat"));

        Assert.Equal($"/reception/patients/{patient.Id}", next.Path);
        Assert.StartsWith("SMITH, Jane is booked with Dr A Patel on 02-Mar-2026 at 10:00 (APT-", next.Notice);
        var booked = Assert.Single(await Of(doctor));
        Assert.Equal((AppointmentReason.FollowUp, "sore throat", "Test Receptionist", 6), (booked.Reason, booked.ReasonText, booked.Booked.Name, booked.Atoms.Count));
        Assert.DoesNotContain(Ten, (await BookingPage(patient, doctor)).Document.QuerySelectorAll("[name='Input.StartsAt']").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Nothing_chosen_comes_back_with_every_reason_in_words()
    {
        var (patient, doctor) = await ADoctorAndAPatient();

        var again = await (await BookingPage(patient, doctor)).Submit(("Input.ReasonText", "sore throat"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Choose a time.", again.Errors);
        Assert.Contains("Choose the reason for the appointment.", again.Errors);
        Assert.Contains("sore throat", again.Main);
    }

    [Fact]
    public async Task A_time_that_somebody_took_meanwhile_is_refused_with_the_next_one()
    {
        var (patient, doctor) = await ADoctorAndAPatient();
        var form = await BookingPage(patient, doctor);
        var other = Given.Patient("Jones");
        await App.UsingDb(async db => { db.Add(Given.Appointment(other, await db.Set<Practitioner>().SingleAsync(p => p.Id == doctor.Id))); await db.SaveChangesAsync(); });

        var refused = await form.Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("That time has just been taken. The next free time is 10:30.", refused.Errors);
        Assert.Single(await Of(doctor));
    }

    [Fact]
    public async Task Times_that_touch_are_both_kept()
    {
        var (patient, doctor) = await ADoctorAndAPatient();

        await (await BookingPage(patient, doctor)).Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation"));
        await (await BookingPage(patient, doctor)).Submit(("Input.StartsAt", HalfPast), ("Input.Reason", "Consultation"));

        Assert.Equal(2, (await Of(doctor)).Count);
    }

    [Fact]
    public async Task A_patient_is_in_two_places_only_for_a_reason()
    {
        var (patient, first) = await ADoctorAndAPatient();
        var second = Given.Doctor("Rao", "Mira");
        await App.Save([second, .. Given.EveryDay(second)]);
        await (await BookingPage(patient, first)).Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation"));

        var refused = await (await BookingPage(patient, second)).Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation"));
        Assert.Contains("SMITH, Jane is with Dr A Patel at that time.", refused.Errors);
        Assert.Empty(await Of(second));

        await refused.Submit(("Input.OverlapReason", "Both doctors see her together"));
        Assert.Equal("Both doctors see her together", Assert.Single(await Of(second)).OverlapReason);
    }

    [Fact]
    public async Task A_doctor_on_leave_has_no_times_but_a_next_day()
    {
        var (patient, doctor) = await ADoctorAndAPatient();
        await App.UsingDb(async db =>
        {
            db.Add(new AvailabilityException { Practitioner = await db.Set<Practitioner>().SingleAsync(p => p.Id == doctor.Id), Kind = ExceptionKind.Blocked, Date = new(2026, 3, 2), Reason = "leave" });
            await db.SaveChangesAsync();
        });

        var page = await BookingPage(patient, doctor);

        Assert.Contains("Dr A Patel has no free time on Mon 02-Mar-2026.", page.Main);
        Assert.Contains("Next day with a free time: Tue 03-Mar-2026 09:00", page.Main);
    }

    [Fact]
    public async Task Nobody_books_for_a_patient_who_has_died()
    {
        var (patient, doctor) = await ADoctorAndAPatient();
        var form = await BookingPage(patient, doctor);
        await App.UsingDb(async db => { (await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id)).Die(App.Clock.Now); await db.SaveChangesAsync(); });

        var refused = await form.Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation"));

        Assert.Contains("SMITH, Jane has died. No appointment can be booked.", refused.Errors);
        Assert.Empty(await Of(doctor));
    }

    [Fact]
    public async Task Booking_takes_few_commands()
    {
        var (patient, doctor) = await ADoctorAndAPatient();
        var client = App.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, nameof(Role.Receptionist));
        var form = await new Browser(client).Open($"/reception/patients/{patient.Id}/book?doctor={doctor.Id}&date=2-Mar-2026");
        Browser.Page? next = null;

        var commands = await CommandsOf(async () => next = await form.Submit(("Input.StartsAt", Ten), ("Input.Reason", "Consultation")));

        Assert.Equal(HttpStatusCode.Redirect, next!.Status);
        Assert.InRange(commands, 1, 6);
    }
}
