using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class PatientQueryTests
{
    [Theory]
    [InlineData("Smith jane", "smith,jane", null)]
    [InlineData("GARCÍA-López", "garcia,lopez", null)]
    [InlineData("o'keefe", "okeefe", null)]
    [InlineData("PAT-00042", "", 42)]
    [InlineData("pat 42 smith", "smith", 42)]
    [InlineData("42", "42", 42)]
    [InlineData("smith 14-Jul-1945", "born19450714,smith", null)]
    [InlineData("14/7/1945", "born19450714", null)]
    [InlineData("7/14/1945", "born19450714", null)]
    [InlineData("1945-07-14", "born19450714", null)]
    [InlineData("14 july 1945", "born19450714", null)]
    [InlineData("14.07.1945 smith", "born19450714,smith", null)]
    [InlineData("+44 7700 900123", "44,7700,900123", 44)]
    [InlineData("07700 900123", "7700,900123", 7700)]
    [InlineData("   ", "", null)]
    [InlineData("%_", "", null)]
    public void What_was_typed_becomes_words_and_a_number(string typed, string words, int? number)
    {
        var query = PatientQuery.Parse(typed);

        Assert.Equal(words, string.Join(',', query.Words));
        Assert.Equal(number, query.Number);
    }

    [Fact]
    public void Digits_alone_may_be_a_number_or_a_phone() => Assert.True(PatientQuery.Parse("42").NumberMayBePhone);

    [Fact]
    public void A_number_with_its_letters_is_a_number_only() => Assert.False(PatientQuery.Parse("PAT-42").NumberMayBePhone);

    [Fact]
    public void The_thirtieth_of_february_is_no_date() => Assert.DoesNotContain(PatientQuery.Parse("30-Feb-1945").Words, word => word.StartsWith("born", StringComparison.Ordinal));
}
