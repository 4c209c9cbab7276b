using System.Globalization;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Domain.Patients;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-28", "27d")]
    [InlineData("2026-03-01", "2026-03-29", "4w")]
    [InlineData("2026-03-01", "2026-03-30", "4w 1d")]
    [InlineData("2025-03-02", "2026-03-01", "52w")]
    [InlineData("2025-03-01", "2026-03-01", "12m")]
    [InlineData("2025-01-30", "2026-03-07", "13m 7d")]
    [InlineData("2024-03-01", "2026-03-01", "2y")]
    [InlineData("2022-01-31", "2026-03-01", "4y 1m")]
    [InlineData("2008-03-02", "2026-03-01", "17y 11m")]
    [InlineData("2008-03-01", "2026-03-01", "18y")]
    [InlineData("1945-07-14", "2026-03-01", "80y")]
    [InlineData("2004-02-29", "2026-02-28", "21y")]
    [InlineData("2004-02-29", "2026-03-01", "22y")]
    [InlineData("2026-03-02", "2026-03-01", "not yet born")]
    public void Ages_are_worded_by_how_old_somebody_is(string born, string on, string words) => Assert.Equal(words, Age.Words(Day(born), Day(on)));

    [Theory]
    [InlineData(119, "119min")]
    [InlineData(120, "2hrs")]
    [InlineData(47 * 60, "47hrs")]
    [InlineData(48 * 60, "2d")]
    public void A_newborn_is_counted_in_minutes_and_hours(int minutes, string words)
    {
        var born = new DateTime(2026, 3, 1, 8, 0, 0);

        Assert.Equal(words, Age.Words(born, born.AddMinutes(minutes)));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
