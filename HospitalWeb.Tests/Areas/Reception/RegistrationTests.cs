using System.Net;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class RegistrationTests(HospitalApp app) : PageTest(app)
{
    private Task<Browser.Page> Form() => As(Role.Receptionist).Open("/reception/patients/new");

    private Task<List<Patient>> Named(string family) => App.UsingDb(db => db.Patients.Where(p => p.FamilyName == family).ToListAsync());

    [Fact]
    public async Task A_patient_is_registered_with_a_number_and_found_at_once()
    {
        var next = await (await Form()).Submit(("Input.FamilyName", "Nakamura"), ("Input.GivenName", "Yuki"), ("Input.Title", "Ms"), ("Input.BirthDate", "14/7/1985"), ("Input.Sex", "Female"),
            ("Input.Phone", "+81 3 1234 5678"), ("Input.City", "Osaka"), ("Input.ContactName", "Ken Nakamura"));

        var patient = Assert.Single(await Named("Nakamura"));
        Assert.Equal($"/reception/patients/{patient.Id}", next.Path);
        Assert.Equal($"NAKAMURA, Yuki (Ms) is registered as PAT-{patient.Number:00000}.", next.Notice);
        Assert.Equal((new DateOnly(1985, 7, 14), "Osaka", "Ken Nakamura"), (patient.BirthDate, patient.Address.City, patient.Contacts.Single().Name));
        Assert.Contains("NAKAMURA, Yuki (Ms)", (await As(Role.Receptionist).Search("/reception/patients", "naka 14-Jul-1985")).Main);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        var again = await (await Form()).Submit(("Input.GivenName", "Yuki"), ("Input.Email", "nonsense"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Enter an email address like name@example.org.", again.Errors);
        Assert.Contains("Choose the sex.", again.Errors);
        Assert.Equal("Yuki", again.Document.QuerySelector("[name='Input.GivenName']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("14-Jul-2030", "The birth date is in the future.")]
    [InlineData("14-Jul-1850", "Nobody is older than 130 years. Check the birth date.")]
    public async Task An_impossible_birth_date_is_refused(string born, string sentence)
    {
        var again = await (await Form()).Submit(("Input.FamilyName", "Impossible"), ("Input.BirthDate", born), ("Input.Sex", "Male"));

        Assert.Contains(sentence, again.Errors);
        Assert.Empty(await Named("Impossible"));
    }

    [Fact]
    public async Task A_likely_duplicate_is_shown_before_anything_is_saved_and_needs_a_reason()
    {
        await App.Save(Given.Patient("Fernández", "María", born: new(1960, 5, 1)));
        (string, string)[] typed = [("Input.FamilyName", "Fernandez"), ("Input.GivenName", "Maria"), ("Input.BirthDate", "1-May-1960"), ("Input.Sex", "Female")];

        var warned = await (await Form()).Submit(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, warned.Status);
        Assert.Contains("We may know this patient already.", warned.Errors);
        Assert.Contains("FERNÁNDEZ, María", warned.Main);
        Assert.Contains("same name, same birth date, same sex", warned.Main);
        Assert.Contains("Likely the same (80)", warned.Main);
        Assert.Empty(await Named("Fernandez"));

        await warned.Submit(("KeepApart", "Cousin, passport seen"));
        Assert.Equal("Cousin, passport seen", Assert.Single(await Named("Fernandez")).DuplicateReason);
    }

    [Fact]
    public async Task The_same_phone_and_a_similar_name_warn_too()
    {
        await App.Save(Given.Patient("Oyelaran", "Tunde", Sex.Male, new(1970, 1, 1), "+44 7700 900555"));

        var warned = await (await Form()).Submit(("Input.FamilyName", "Oyelaren"), ("Input.GivenName", "Tunde"), ("Input.Age", "56"), ("Input.Sex", "Male"), ("Input.Phone", "07700 900 555"));

        Assert.Contains("same phone", warned.Main);
        Assert.Contains("name spelled almost the same", warned.Main);
    }

    [Fact]
    public async Task Somebody_who_cannot_say_who_they_are_is_registered_as_unknown()
    {
        var next = await (await Form()).Submit(("Input.IsUnknown", "true"), ("Input.Sex", "NotKnown"), ("Input.Age", "45"));

        var patient = Assert.Single(await Named("Unknown"));
        Assert.StartsWith("UNKNOWN, Unknown is registered", next.Notice);
        Assert.Equal((new DateOnly(1981, 1, 1), true), (patient.BirthDate, patient.BirthDateIsEstimated));
    }
}
