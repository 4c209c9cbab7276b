using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Clinical;

namespace HospitalWeb.Tests.Web;

public sealed class NameAlertTests(HospitalApp app) : PageTest(app)
{
    private const string Alert = "Name alert";

    [Fact]
    public async Task The_banner_warns_of_somebody_here_with_the_same_name_and_says_what_differs()
    {
        var doctor = await ADoctor();
        var (jane, other) = (await Here(doctor, "Smith", "Jane"), await Here(doctor, "Smith", "Jane", new(1971, 2, 3)));

        Assert.Equal($"▲ Name alert Another patient here today has this name. Born 03-Feb-1971 MRN {PatientNumber(other)}", await Warning(jane));
        Assert.Contains("Born 14-Jul-1945", await Warning(other));
    }

    [Fact]
    public async Task A_name_that_sounds_alike_is_named_and_another_department_s_is_not()
    {
        var (doctor, elsewhere) = (await ADoctor(), await ADoctor());
        var (anna, _) = (await Here(doctor, "Meyer", "Anna"), await Here(doctor, "Meier", "Anna"));
        var (clara, _) = (await Here(doctor, "Lindt", "Clara"), await Here(elsewhere, "Lindt", "Clara"));

        Assert.Contains("has a similar name. MEIER, Anna, Born", await Warning(anna));
        Assert.Equal("", await Warning(clara));
    }

    [Fact]
    public async Task Of_a_confidential_patient_nothing_but_the_warning_is_said()
    {
        var doctor = await ADoctor();
        var (eva, other) = (await Here(doctor, "Novak", "Eva"), await Here(doctor, "Novak", "Eva"));
        await App.UsingDb(async db =>
        {
            (await db.FindAsync<Patient>(other.Id))!.Protect(true, "Staff member", Given.By("Nora"));
            await db.SaveChangesAsync();
        });

        Assert.Equal("▲ Name alert Another patient here today has this name.", await Warning(eva));
    }

    [Theory]
    [InlineData(Role.Nurse, "/nurse", "Brandt"), InlineData(Role.Doctor, "/doctor", "Quispe")]
    public async Task A_list_marks_both(Role role, string list, string unlikeAny)
    {
        var doctor = await ADoctor();
        var (one, two, third) = (await Here(doctor, "Okonkwo", "Adele"), await Here(doctor, "Okonkwo", "Adela"), await Here(doctor, unlikeAny, "Ulla"));

        var rows = (await As(role, practitioner: doctor.Id).Open(list)).Document.QuerySelectorAll("#queue tbody th[scope=row]").ToLookup(cell => cell.QuerySelector("a")!.GetAttribute("href")!.Split('/')[3], cell => cell.TextContent.Contains(Alert, StringComparison.Ordinal));

        Assert.Equal([true, true, false], new[] { one, two, third }.Select(patient => rows[patient.Id.ToString()].First()));
    }

    private static string PatientNumber(Patient patient) => HospitalWeb.Domain.HumanNumber.Of(patient);

    private async Task<string> Warning(Patient patient)
    {
        App.Services.GetRequiredService<NamesHere>().Forget();
        return (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals")).Text(".hw-banner-namesake");
    }

    private async Task<Practitioner> ADoctor()
    {
        var doctor = Given.Doctor();
        doctor.Department = new() { Code = Guid.NewGuid().ToString()[..8], Name = $"Department {Guid.NewGuid()}" };
        await App.Save(doctor);
        return doctor;
    }

    private async Task<Patient> Here(Practitioner doctor, string family, string given, DateOnly? born = null)
    {
        var patient = Given.Patient(family, given, born: born);
        await App.UsingDb(async db =>
        {
            db.Add(patient);
            db.Add(Given.AVisit(patient, await db.FindAsync<Practitioner>(doctor.Id)));
            await db.SaveChangesAsync();
        });
        return patient;
    }
}
