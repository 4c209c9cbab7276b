using System.Globalization;

namespace HospitalWeb.Domain.Patients;

/// <summary>
/// Ages in the words of clinical lists: minutes, hours, days, weeks, months and years, whichever tells most (NHS CUI patient banner, table 7).
/// Somebody born on 29 February is a year older on 1 March.
/// </summary>
public static class Age
{
    public static int Years(DateOnly born, DateOnly on) => on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    public static int Months(DateOnly born, DateOnly on) => (on.Year - born.Year) * 12 + on.Month - born.Month - (on.Day < born.Day ? 1 : 0);

    public static string Words(DateOnly born, DateOnly on)
    {
        var days = on.DayNumber - born.DayNumber;
        var years = Years(born, on);
        var months = Months(born, on);
        return (days, years) switch
        {
            ( < 0, _) => "not yet born",
            ( < 28, _) => Say($"{days}d"),
            (_, < 1) => Pair(days / 7, "w", days % 7, "d"),
            (_, < 2) => Pair(months, "m", on.DayNumber - born.AddMonths(months).DayNumber, "d"),
            (_, < 18) => Pair(years, "y", months % 12, "m"),
            _ => Say($"{years}y"),
        };
    }

    /// <summary>The age of a newborn whose time of birth is known; both times are the hospital's local ones.</summary>
    public static string Words(DateTime bornAt, DateTime at) => (at - bornAt) switch
    {
        { TotalHours: < 2 } age => Say($"{(int)age.TotalMinutes}min"),
        { TotalDays: < 2 } age => Say($"{(int)age.TotalHours}hrs"),
        _ => Words(DateOnly.FromDateTime(bornAt), DateOnly.FromDateTime(at)),
    };

    private static string Pair(int big, string bigUnit, int small, string smallUnit) => small == 0 ? Say($"{big}{bigUnit}") : Say($"{big}{bigUnit} {small}{smallUnit}");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
