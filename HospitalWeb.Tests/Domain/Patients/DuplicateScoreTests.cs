using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class DuplicateScoreTests
{
    private static PatientLikeness A(string given = "Jane", string family = "Smith", string born = "1945-07-14", Sex sex = Sex.Female, string? phone = null, bool estimated = false, params string[] ids) =>
        PatientLikeness.Of(new(family, given), new(born == "" ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), estimated), sex, phone, ids);

    private static DuplicateScore Score(PatientLikeness a, PatientLikeness b) => DuplicateScore.Of(a, b);

    [Fact]
    public void The_same_name_birth_date_and_sex_are_likely_one_person() => Assert.True(Score(A(), A("JANE", "Smïth")).IsLikely);

    [Fact]
    public void A_name_spelled_almost_the_same_is_a_possible_duplicate()
    {
        var score = Score(A(), A(family: "Smyth"));

        Assert.True(score.IsPossible);
        Assert.Equal(["name spelled almost the same", "same birth date", "same sex"], score.Reasons);
    }

    [Fact]
    public void Given_and_family_name_in_the_other_order_are_noticed() => Assert.True(Score(A(), A("Smith", "Jane")).IsLikely);

    [Fact]
    public void A_shared_identifier_decides_alone() => Assert.True(Score(A(ids: "91-1234"), A("Rita", "Rao", "1990-01-01", Sex.Male, ids: "911234")).IsLikely);

    [Fact]
    public void Twins_are_not_likely_duplicates() => Assert.False(Score(A("Anna"), A("Jonathan", sex: Sex.Male)).IsLikely);

    [Fact]
    public void The_same_name_with_another_birth_date_is_no_duplicate() => Assert.False(Score(A(), A(born: "1990-01-01")).IsPossible);

    [Fact]
    public void Swapped_day_and_month_are_noticed() => Assert.True(Score(A(born: "1945-07-04"), A(born: "1945-04-07")).IsPossible);

    [Fact]
    public void A_phone_with_and_without_its_country_code_is_the_same() => Assert.Contains("same phone", Score(A(phone: "+44 7700 900123"), A(phone: "07700 900123")).Reasons);

    [Fact]
    public void An_estimated_birth_date_is_compared_by_age() => Assert.Contains("about the same age", Score(A(), A(born: "1946-01-01", estimated: true)).Reasons);
}
