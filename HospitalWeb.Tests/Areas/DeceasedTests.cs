using System.Net;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas;

/// <summary>Forms that were open when the patient died: whatever begins or orders something is refused. Booking and laboratory orders are with their own pages.</summary>
public sealed class DeceasedTests(HospitalApp app) : PageTest(app)
{
    private readonly Patient patient = Given.NotAllergic();
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public async Task Nothing_is_prescribed()
    {
        await App.Save(patient, doctor);
        var amoxicillin = await App.UsingDb(db => db.Medications.Where(m => m.Brand == "Amoxil").Select(m => m.Id).SingleAsync());

        await Refused(As(Role.Doctor, doctor.Id), $"/doctor/patients/{patient.Id}/prescriptions/new?medication={amoxicillin}", "Nothing can be prescribed.",
            ("Input.Dose", "500"), ("Input.Route", "Oral"), ("Input.Frequency", "TwiceADay"), ("Input.Days", "5"));

        Assert.False(await App.UsingDb(db => db.Prescriptions.AnyAsync(p => p.PatientId == patient.Id)));
    }

    [Fact]
    public async Task No_visit_begins()
    {
        await App.Save(patient, doctor);

        await Refused(As(Role.Doctor, doctor.Id), $"/doctor/patients/{patient.Id}/visits/begin", "No visit can begin.", ("Input.Class", "OutpatientVisit"), ("Input.ChiefComplaint", "Cough"));

        Assert.False(await App.UsingDb(db => db.Encounters.AnyAsync(e => e.PatientId == patient.Id)));
    }

    [Fact]
    public async Task Nobody_is_admitted()
    {
        var ward = Given.AWard();
        await App.Save(patient, doctor, ward);

        await Refused(As(Role.WardManager), $"/wards/patients/{patient.Id}/admit?bed={ward.Beds[0].Id}", "cannot be admitted.", ("Input.Doctor", doctor.Id.ToString()), ("Input.Reason", "Pneumonia"));

        Assert.False(await App.UsingDb(db => db.Set<Admission>().AnyAsync(a => a.PatientId == patient.Id)));
    }

    private async Task Refused(Browser who, string path, string words, params (string, string)[] fields)
    {
        var form = await who.Open(path);
        await App.UsingDb(async db =>
        {
            (await db.FindAsync<Patient>(patient.Id))!.Die(App.Clock.Now);
            await db.SaveChangesAsync();
        });

        var refused = await form.Submit(fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("SMITH, Jane has died", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(words, refused.Errors, StringComparison.Ordinal);
    }
}
