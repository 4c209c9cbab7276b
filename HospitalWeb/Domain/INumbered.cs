using System.Globalization;

namespace HospitalWeb.Domain;

/// <summary>
/// Carries a number that people read aloud, such as PAT-00001. The database hands it out from a sequence when the row is inserted.
/// It is a label: rows are reached by their Id.
/// </summary>
public interface INumbered
{
    static abstract string Prefix { get; }
    int Number { get; }
}

public static class HumanNumber
{
    public static string Format(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:00000}");

    public static string Of<T>(T numbered) where T : INumbered => Format(T.Prefix, numbered.Number);

    /// <summary>Reads "PAT-00042", "pat 42" or "42"; null when it is something else.</summary>
    public static int? Parse(string prefix, string text)
    {
        var digits = text.Trim();
        if (digits.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) digits = digits[prefix.Length..].TrimStart('-', ' ');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
