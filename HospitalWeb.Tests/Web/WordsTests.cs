using HospitalWeb.Web;

namespace HospitalWeb.Tests.Web;

public sealed class WordsTests
{
    [Theory]
    [InlineData(1234.5, "INR", "₹1,234.50")]
    [InlineData(-10, "GBP", "−£10.00")]
    [InlineData(1234.5, "JPY", "¥1,235")]
    [InlineData(1.2345, "KWD", "KWD\u00A01.235")]
    public void Money_shows_its_currency_and_just_its_decimals(decimal amount, string currency, string shown) =>
        Assert.Equal(shown, Words.Money(new(amount, new(currency))));

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(12, 0, "midday")]
    [InlineData(17, 30, "5:30pm")]
    [InlineData(9, 0, "9am")]
    public void Patients_read_a_time_in_everyday_words(int hour, int minute, string shown) =>
        Assert.Equal(shown, Words.PlainTime(new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("0.50", "0.5")]
    [InlineData("5.000", "5")]
    [InlineData("-3", "−3")]
    [InlineData("12345", "12,345")]
    public void A_number_has_a_leading_zero_and_no_trailing_one(string value, string shown) =>
        Assert.Equal(shown, Words.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("PartlyPaid", "Partly paid")]
    [InlineData("TwiceADay", "Twice a day")]
    [InlineData("BMIValue", "BMI value")]
    public void A_name_in_code_becomes_words(string name, string words) => Assert.Equal(words, Words.Spaced(name));

    [Fact]
    public void A_duration_leaves_out_what_is_zero() => Assert.Equal("1d 30min", Words.Duration(new(1, 0, 30, 0)));
}
