using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Reflection;
using HospitalWeb.Domain;

namespace HospitalWeb.Web;

/// <summary>How dates, times, numbers and money are written, everywhere. Pages use the tag helpers, which use this.</summary>
public static partial class Words
{
    private static readonly CultureInfo Neutral = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["INR"] = "₹", ["JPY"] = "¥", ["CNY"] = "¥", ["NGN"] = "₦", ["KRW"] = "₩", ["ILS"] = "₪", ["PHP"] = "₱", ["VND"] = "₫",
    };

    /// <summary>ISO 4217 codes that a hospital may choose from, the common ones first.</summary>
    public static IEnumerable<string> Currencies => Symbols.Keys.Concat(["AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CZK", "DKK", "EGP", "ETB", "GHS", "HUF", "IDR", "KES", "KWD", "LKR", "MAD", "MXN", "MYR", "NOK", "NPR", "NZD", "PEN", "PKR", "PLN", "RON", "RWF", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TZS", "UGX", "XAF", "XOF", "ZAR", "ZMW"]);

    public static string Date(DateOnly day) => day.ToString("dd-MMM-yyyy", Neutral);

    /// <summary>For the machine, in <c>datetime</c>.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", Neutral);

    public static string LongDate(DateOnly day) => day.ToString("d MMMM yyyy", Neutral);

    public static string Time(DateTimeOffset local) => local.ToString("HH:mm", Neutral);

    public static string TimeToTheSecond(DateTimeOffset local) => local.ToString("HH:mm:ss", Neutral);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", Neutral);

    /// <summary>As patients read it: 5:30pm, midday, midnight.</summary>
    public static string PlainTime(DateTimeOffset local) => (local.Hour, local.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => local.ToString("htt", Neutral).ToLowerInvariant(),
        _ => local.ToString("h:mmtt", Neutral).ToLowerInvariant(),
    };

    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", Neutral);

    public static string Money(Money amount)
    {
        var figures = Math.Abs(amount.Amount).ToString($"N{amount.Currency.Exponent}", Neutral);
        var sign = amount.IsNegative ? "−" : "";
        return Symbols.TryGetValue(amount.Currency.Code, out var symbol) ? $"{sign}{symbol}{figures}" : $"{sign}{amount.Currency}\u00A0{figures}";
    }

    /// <summary>A number as it is measured: no trailing zeros, a leading zero, a true minus, groups of three.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.######", Neutral).Replace('-', '−');

    /// <summary>A duration, largest part first, no zero parts: 1d 4hr 30min.</summary>
    public static string Duration(TimeSpan span)
    {
        List<string> parts = [];
        if (span.Days > 0) parts.Add($"{span.Days}d");
        if (span.Hours > 0) parts.Add($"{span.Hours}hr");
        if (span.Minutes > 0 || parts.Count == 0) parts.Add($"{span.Minutes}min");
        return string.Join(' ', parts);
    }

    /// <summary>A choice of a list in its own words: the display name, else the name spaced out.</summary>
    public static string Of(Enum value) => value.GetType().GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? Spaced(value.ToString());

    /// <summary>"PartlyPaid" becomes "Partly paid", "TwiceADay" "Twice a day"; abbreviations stay as they are.</summary>
    public static string Spaced(string name)
    {
        var words = NameWords().Matches(name).Select(match => match.Value.Length > 1 && match.Value.All(char.IsUpper) ? match.Value : match.Value.ToLowerInvariant());
        var sentence = string.Join(' ', words);
        return sentence.Length > 0 ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : name;
    }

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+")]
    private static partial Regex NameWords();
}
