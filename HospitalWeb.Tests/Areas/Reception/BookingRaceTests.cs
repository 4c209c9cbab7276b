using System.Net;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class BookingRaceTests(HospitalApp app) : PageTest(app)
{
    private const int Clerks = 64;

    [Fact]
    public async Task Of_64_clerks_who_book_one_time_at_once_one_gets_it()
    {
        var doctor = Given.Doctor();
        var patients = Enumerable.Range(0, Clerks).Select(n => Given.Patient($"Family{n}")).ToList();
        await App.Save([doctor, .. Given.EveryDay(doctor), .. patients]);
        var forms = await Task.WhenAll(patients.Select(p => As(Role.Receptionist).Open($"/reception/patients/{p.Id}/book?doctor={doctor.Id}&date=2-Mar-2026")));

        var answers = await Task.WhenAll(forms.Select(form => form.Submit(("Input.StartsAt", "2026-03-02T10:00:00Z"), ("Input.Reason", "Consultation"))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(Clerks - 1, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity && a.Errors.Contains("That time has just been taken.", StringComparison.Ordinal)));
        Assert.Equal(1, await App.UsingDb(db => db.Appointments.CountAsync(a => a.PractitionerId == doctor.Id)));
    }

    [Fact]
    public async Task The_database_alone_refuses_64_overlapping_bookings_but_one()
    {
        var doctor = Given.Doctor();
        var patients = Enumerable.Range(0, Clerks).Select(n => Given.Patient($"Person{n}")).ToList();
        await App.Save([doctor, .. patients]);

        var saved = await Task.WhenAll(patients.Select((p, n) => Saved(p.Id, doctor.Id, Given.Now.AddHours(1).AddMinutes(n % 6 * 5))));

        Assert.Equal(1, saved.Count(ok => ok));
    }

    private Task<bool> Saved(Guid patient, Guid doctor, DateTimeOffset at) => App.UsingDb(async db =>
    {
        db.Add(Given.Appointment(await db.FindAsync<HospitalWeb.Domain.Patients.Patient>(patient) ?? throw new InvalidOperationException(), await db.FindAsync<Practitioner>(doctor) ?? throw new InvalidOperationException(), at));
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    });

    [Fact]
    public async Task A_form_sent_twice_books_once_and_leads_to_the_same_page()
    {
        var (patient, doctor) = (Given.Patient("Twice"), Given.Doctor());
        await App.Save([patient, doctor, .. Given.EveryDay(doctor)]);
        var form = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}/book?doctor={doctor.Id}&date=2-Mar-2026");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Submit(("Input.StartsAt", "2026-03-02T11:00:00Z"), ("Input.Reason", "Consultation"))));

        Assert.All(answers, a => Assert.Equal($"/reception/patients/{patient.Id}", a.Path));
        Assert.Equal(1, await App.UsingDb(db => db.Appointments.CountAsync(a => a.PatientId == patient.Id && a.Status == AppointmentStatus.Scheduled)));
    }
}
