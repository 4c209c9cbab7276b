using System.Globalization;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>An age as a range names it: 28d, 6w, 18y. Years count 365.25 days, so that a bound falls on the birthday give or take a day.</summary>
public static class AgeBound
{
    private const decimal DaysOfYear = 365.25m;

    public static int? Days(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var text = typed.Trim();
        var isNumber = decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        BrokenRule.When(!isNumber || char.ToLowerInvariant(text[^1]) is not ('d' or 'w' or 'y'), $"Write the age {text} in days, weeks or years, for example 28d, 6w or 18y.");
        return (int)Math.Round(char.ToLowerInvariant(text[^1]) switch { 'y' => number * DaysOfYear, 'w' => number * 7, _ => number });
    }

    public static string Words(int days)
    {
        var years = (int)Math.Round(days / DaysOfYear);
        return years > 0 && (int)Math.Round(years * DaysOfYear) == days ? $"{years}y" : $"{days}d";
    }
}
