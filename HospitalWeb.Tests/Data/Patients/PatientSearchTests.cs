using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data.Patients;

public sealed class PatientSearchTests(HospitalApp app) : PageTest(app)
{
    private static readonly Patient Jane = Given.Patient("García-López", "Jane", born: new(1945, 7, 14), phone: "+44 7700 900123");
    private static readonly Patient Lopes = Given.Patient("Lopes", "Ana", born: new(1990, 2, 3), phone: "020 7946 0555");

    private Task<List<string>> Found(string typed) => App.UsingDb(async db => await (await db.PatientsLikeAsync(PatientQuery.Parse(typed), PatientView.Whole)).Select(p => p.ListName).ToListAsync());

    private async Task HavingBoth()
    {
        if (!await App.UsingDb(db => db.Patients.AnyAsync(p => p.FamilyName == "Lopes"))) await App.Save(Jane, Lopes);
    }

    [Theory]
    [InlineData("garcia")]
    [InlineData("arcia")]
    [InlineData("GARCÍA jane")]
    [InlineData("jane lopez")]
    [InlineData("14-Jul-1945")]
    [InlineData("14/7/1945 garc")]
    [InlineData("07700 900123")]
    [InlineData("900123")]
    [InlineData("lop jan")]
    public async Task Any_part_in_any_order_finds_the_patient(string typed)
    {
        await HavingBoth();

        Assert.Equal(["GARCÍA-LÓPEZ, Jane"], await Found(typed));
    }

    [Theory]
    [InlineData("jane lopes")]
    [InlineData("garcia 3-Feb-1990")]
    [InlineData("%")]
    [InlineData("j_ne")]
    [InlineData("")]
    public async Task All_words_must_fit_and_wildcards_are_none(string typed)
    {
        await HavingBoth();

        Assert.Empty(await Found(typed));
    }

    [Fact]
    public async Task A_number_finds_its_patient_with_and_without_letters()
    {
        await HavingBoth();
        var number = await App.UsingDb(db => db.Patients.Where(p => p.FamilyName == "Lopes").Select(p => p.Number).SingleAsync());

        Assert.Contains("LOPES, Ana", await Found($"{number}"));
        Assert.Equal(["LOPES, Ana"], await Found($"PAT-{number:00000}"));
        Assert.Equal(["LOPES, Ana"], await Found($"lopes pat {number}"));
        Assert.Empty(await Found($"garcia PAT-{number:00000}"));
    }

    [Fact]
    public async Task After_a_new_name_only_that_one_finds_the_patient()
    {
        var patient = Given.Patient("Before", "Nina", born: new(2001, 9, 9));
        await App.Save(patient);

        await App.UsingDb(async db =>
        {
            (await db.Patients.WithSearchTerms().SingleAsync(p => p.Id == patient.Id)).Rename(new("Afterwards", "Nina"));
            await db.SaveChangesAsync();
        });

        Assert.Empty(await Found("before nina"));
        Assert.Equal(["AFTERWARDS, Nina"], await Found("afterw nina"));
    }
}
