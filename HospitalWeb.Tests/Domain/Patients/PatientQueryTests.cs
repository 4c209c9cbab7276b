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
    [InlineData("+44 7700 900123", "447700900123", null)]
    [InlineData("07700 900123", "7700900123", null)]
    [InlineData("   ", "", null)]
    [InlineData("%_", "", null)]
    public void What_was_typed_becomes_words_and_a_number(string typed, string words, int? number)
    {
        var query = PatientQuery.Parse(typed);

        Assert.Equal(words, string.Join(',', query.Words));
        Assert.Equal(number, query.Number);
    }

    [Theory]
    [InlineData("999-32-6872", "999326872", null)]
    [InlineData("S99/1234 okafor", "s991234", null)]
    [InlineData("AB 12 34 56 C", "123456", "ab123456c")]
    [InlineData("smith 14-Jul-1945", "", null)]
    [InlineData("020 7946 0001", "2079460001", null)]
    [InlineData("123 smith", "", null)]
    public void What_has_digits_may_be_a_phone_or_an_identifier(string typed, string codes, string? whole)
    {
        var query = PatientQuery.Parse(typed);

        Assert.Equal(codes, string.Join(',', query.Codes));
        Assert.Equal(whole, query.WholeCode);
    }

    [Fact]
    public void Digits_alone_may_be_a_number_or_a_phone() => Assert.True(PatientQuery.Parse("42").NumberMayBePhone);

    [Fact]
    public void A_number_with_its_letters_is_a_number_only() => Assert.False(PatientQuery.Parse("PAT-42").NumberMayBePhone);

    [Fact]
    public void The_thirtieth_of_february_is_no_date() => Assert.DoesNotContain(PatientQuery.Parse("30-Feb-1945").Words, word => word.StartsWith("born", StringComparison.Ordinal));
}
