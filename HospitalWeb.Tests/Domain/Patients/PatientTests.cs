using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class PatientTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Stamp Now = new(Guid.NewGuid(), "Nurse Joy", new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    private static Patient Jane() => Patient.Register(new("García-López", "Jane"), Sex.Female, new(new(1945, 7, 14)));

    private static bool IsFoundBy(Patient patient, string beginning) => patient.SearchTerms.Any(t => t.Term.StartsWith(beginning, StringComparison.Ordinal));

    [Theory]
    [InlineData("garcia")]
    [InlineData("lopez")]
    [InlineData("opez")]
    [InlineData("jan")]
    [InlineData("born19450714")]
    public void Every_part_of_a_name_begins_a_term(string part) => Assert.True(IsFoundBy(Jane(), part));

    [Fact]
    public void A_new_name_is_searched_from_then_on_and_the_old_one_is_not()
    {
        var patient = Jane();

        patient.Rename(new("Ødegård", "Jane"));

        Assert.True(IsFoundBy(patient, "odegard"));
        Assert.False(IsFoundBy(patient, "lopez"));
        Assert.Equal("ØDEGÅRD, Jane", patient.ListName);
    }

    [Fact]
    public void No_search_term_tells_a_phone_or_an_identifier()
    {
        var patient = Jane();

        patient.Reach("+44 7700 900123", null, new());
        patient.Identify("ABHA", "91-5555");

        Assert.False(IsFoundBy(patient, "900123"));
        Assert.False(IsFoundBy(patient, "915555"));
    }

    [Theory]
    [InlineData("+44 7700 900123", "07700900123", true)]
    [InlineData("07700 900123", "447700900123", true)]
    [InlineData("+44 (0)7700 900123", "7700900123", true)]
    [InlineData("07700 900123", "0123", true)]
    [InlineData("07700 900123", "900123", true)]
    [InlineData("07700 900123", "800123", false)]
    [InlineData("07700 900123", "7700", false)]
    [InlineData("07700 900123", "123", false)]
    [InlineData("07700 900123", "07700900124", false)]
    [InlineData(null, "900123", false)]
    public void A_phone_is_known_by_its_line_or_its_last_digits(string? phone, string typed, bool fits) => Assert.Equal(fits, PhoneDigits.Fits(phone, typed));

    [Fact]
    public void The_search_terms_have_no_term_twice()
    {
        var patient = Patient.Register(new("Anna", "Anna"), Sex.Female, Birth.NotKnown);

        Assert.Equal(["anna", "na", "nna"], patient.SearchTerms.Select(t => t.Term).Order());
    }

    [Fact]
    public void No_known_allergies_contradicts_an_active_one()
    {
        var patient = Jane();
        var allergy = new Allergy { Text = "penicillin", Reaction = "Anaphylaxis", Recorded = Now };
        patient.RecordAllergy(allergy);

        Assert.Equal(AllergyStatus.Recorded, patient.AllergyStatus);
        Assert.True(allergy.IsAnaphylaxis);
        Assert.Throws<BrokenRule>(() => patient.RecordNoKnownAllergies(Now));

        allergy.MarkEnteredInError("Another patient's", Now);
        patient.RecordNoKnownAllergies(Now);

        Assert.Equal(AllergyStatus.NoneKnown, patient.AllergyStatus);
    }

    [Fact]
    public void Nobody_is_born_tomorrow_or_older_than_130()
    {
        Assert.Throws<BrokenRule>(() => new Birth(Today.AddDays(1)).Checked(Today));
        Assert.Throws<BrokenRule>(() => new Birth(Today.AddYears(-132)).Checked(Today));
        Assert.Equal(new(new(1981, 1, 1), true), Birth.About(45, Today));
    }

    [Fact]
    public void A_death_is_recorded_once()
    {
        var patient = Jane();
        patient.Die(Now.At);

        Assert.True(patient.IsDeceased);
        Assert.Throws<BrokenRule>(() => patient.Die(Now.At));
    }
}
