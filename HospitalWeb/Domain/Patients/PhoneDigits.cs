namespace HospitalWeb.Domain.Patients;

/// <summary>A phone number as it is looked for: its last nine digits are the line, however the country code or the leading zero is written.</summary>
public static class PhoneDigits
{
    public const int Ending = 4;
    private const int Line = 9, ShortestLine = 6;

    private static string Of(string? phone) => SearchWords.Digits(phone).TrimStart('0');

    public static bool HasLine(string phone) => Of(phone).Length >= Line;

    public static string? LineOf(string? phone) => Of(phone) is { Length: >= ShortestLine } digits ? digits[^Math.Min(digits.Length, Line)..] : null;

    public static string? EndingOf(string? phone) => SearchWords.Digits(phone) is { Length: >= Ending } digits ? digits[^Ending..] : null;

    /// <summary>Whether it is this line, or ends with these digits.</summary>
    public static bool Fits(string? phone, string typed) => HasLine(typed) ? LineOf(phone) == LineOf(typed) : typed.Length >= Ending && SearchWords.Digits(phone).EndsWith(typed, StringComparison.Ordinal);
}
