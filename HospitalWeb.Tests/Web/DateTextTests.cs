using HospitalWeb.Web.Forms;

namespace HospitalWeb.Tests.Web;

public sealed class DateTextTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("14-Jul-1945", 1945, 7, 14)]
    [InlineData("14 July 1945", 1945, 7, 14)]
    [InlineData("14jul45", 1945, 7, 14)]
    [InlineData("14/7/1945", 1945, 7, 14)]
    [InlineData("5.1.26", 2026, 1, 5)]
    [InlineData("5 1", 2026, 1, 5)]
    [InlineData("05jan", 2026, 1, 5)]
    [InlineData("1945-07-14", 1945, 7, 14)]
    [InlineData("t", 2026, 3, 2)]
    [InlineData("+3m", 2026, 6, 2)]
    [InlineData("-2d", 2026, 2, 28)]
    [InlineData("29/2/2024", 2024, 2, 29)]
    public void A_day_is_read_as_people_type_it(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), DateText.Parse(typed, Today));

    [Theory]
    [InlineData("29/2/2025")]
    [InlineData("31-Apr-2026")]
    [InlineData("14/14/1945")]
    [InlineData("yesterday")]
    [InlineData("1945")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(DateText.Parse(typed, Today));
}
