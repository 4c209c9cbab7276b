using System.Globalization;
using System.Text.RegularExpressions;

namespace HospitalWeb.Web.Forms;

/// <summary>
/// Reads a day as people type it: 14-Jul-1945, 14/7/1945, 14 7 45, 14jul, 1945-07-14, t, +3m, -2d. Day before month, as written on the hospital's paper.
/// </summary>
public static partial class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateOnly? Parse(string text, DateOnly today)
    {
        var typed = text.Trim().ToLowerInvariant();
        if (typed is "t" or "today") return today;
        if (Relative().Match(typed) is { Success: true } relative) return Shift(today, int.Parse(relative.Groups[1].Value, CultureInfo.InvariantCulture), relative.Groups[2].Value);
        if (Iso().Match(typed) is { Success: true } iso) return Made(iso.Groups[1].Value, Number(iso.Groups[2].Value), iso.Groups[3].Value, today);
        if (Numbers().Match(typed) is { Success: true } numbers) return Made(numbers.Groups[3].Value, Number(numbers.Groups[2].Value), numbers.Groups[1].Value, today);
        if (Named().Match(typed) is { Success: true } named) return Made(named.Groups[3].Value, Array.IndexOf(Months, named.Groups[2].Value[..3]) + 1, named.Groups[1].Value, today);
        return null;
    }

    private static DateOnly? Shift(DateOnly today, int by, string unit) => unit switch
    {
        "d" => today.AddDays(by),
        "w" => today.AddDays(7 * by),
        "m" => today.AddMonths(by),
        _ => today.AddYears(by),
    };

    private static DateOnly? Made(string year, int month, string day, DateOnly today)
    {
        var y = year switch
        {
            "" => today.Year,
            { Length: 2 } => Century(Number(year), today),
            _ => Number(year),
        };
        var d = Number(day);
        return y is >= 1 and <= 9999 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    // Two digits mean the year nearest to this one that is at most ten years ahead.
    private static int Century(int year, DateOnly today)
    {
        var full = today.Year / 100 * 100 + year;
        return full > today.Year + 10 ? full - 100 : full;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([+-]\d{1,4})([dwmy])$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2})|())$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\d{1,2})[/. -]?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?:[/. ,-]*(\d{4}|\d{2})|())$")]
    private static partial Regex Named();
}
