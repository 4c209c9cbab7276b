using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Wards;

public sealed class BedRaceTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public async Task Of_all_who_admit_to_one_bed_at_once_one_gets_it(int nurses)
    {
        var (ward, doctor) = (Given.AWard(1), Given.Doctor());
        var patients = Enumerable.Range(0, nurses).Select(n => Given.Patient($"Race{nurses}-{n}")).ToList();
        await App.Save([ward, doctor, .. patients]);
        var forms = await Task.WhenAll(patients.Select(p => As(Role.WardManager).Open($"/wards/patients/{p.Id}/admit?bed={ward.Beds[0].Id}")));

        var answers = await Task.WhenAll(forms.Select(f => f.Submit(("Input.Doctor", doctor.Id.ToString()), ("Input.Reason", "Pneumonia"))));

        Assert.Single(answers, a => a.Notice.Contains("is admitted to", StringComparison.Ordinal));
        Assert.All(answers.Where(a => a.Notice == ""), a => Assert.NotEqual("", a.Errors));
        Assert.Equal(1, await App.UsingDb(db => db.BedStays.Open().CountAsync(s => s.BedId == ward.Beds[0].Id)));
    }

    [Fact]
    public async Task A_patient_admitted_to_64_beds_at_once_lies_in_one()
    {
        var (ward, doctor, patient) = (Given.AWard(64), Given.Doctor(), Given.Patient("Everywhere"));
        await App.Save(ward, doctor, patient);
        var forms = await Task.WhenAll(ward.Beds.Select(b => As(Role.WardManager).Open($"/wards/patients/{patient.Id}/admit?bed={b.Id}")));

        var answers = await Task.WhenAll(forms.Select(f => f.Submit(("Input.Doctor", doctor.Id.ToString()), ("Input.Reason", "Pneumonia"))));

        Assert.Single(answers, a => a.Notice.Contains("is admitted to", StringComparison.Ordinal));
        Assert.Equal(1, await App.UsingDb(db => db.Admissions.Open().CountAsync(a => a.PatientId == patient.Id)));
        Assert.Equal(1, await App.UsingDb(db => db.Beds.CountAsync(b => b.WardId == ward.Id && b.State == BedState.Occupied)));
    }

    [Fact]
    public async Task The_database_alone_keeps_one_open_stay_per_bed()
    {
        var ward = Given.AWard(1);
        await App.Save(Given.AnAdmission(Given.Patient("First"), ward.Beds[0]));
        var second = Given.Patient("Second");
        await App.Save(second);

        await Assert.ThrowsAsync<DbUpdateException>(() => App.UsingDb(async db =>
        {
            var bed = await db.Beds.Include(b => b.Ward).SingleAsync(b => b.Id == ward.Beds[0].Id);
            var elsewhere = Given.AnAdmission(await db.Patients.SingleAsync(p => p.Id == second.Id), Given.AWard(1).Beds[0]);
            elsewhere.Stays.Clear();
            elsewhere.Stays.Add(new() { Admission = elsewhere, Bed = bed, From = Given.Now });
            db.Add(elsewhere);
            await db.SaveChangesAsync();
        }));
    }
}
