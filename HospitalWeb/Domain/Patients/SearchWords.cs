using System.Globalization;
using System.Text;

namespace HospitalWeb.Domain.Patients;

/// <summary>Words as they are searched: lower case, without accents, split where letters and digits end.</summary>
public static class SearchWords
{
    public const int MaxLength = 40;

    // Letters that Unicode does not take apart into a letter and an accent.
    private static readonly Dictionary<char, string> Spelled = new() { ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i" };

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark || letter is '\'' or '’' or '`') continue;
            folded.Append(Spelled.TryGetValue(letter, out var spelled) ? spelled : letter.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    public static IEnumerable<string> Split(string? text)
    {
        var word = new StringBuilder();
        foreach (var letter in Fold(text ?? "") + " ")
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark) word.Append(letter);
            else if (word.Length > 0)
            {
                yield return word.Length > MaxLength ? word.ToString(0, MaxLength) : word.ToString();
                word.Clear();
            }
        }
    }

    public static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit).Take(MaxLength));

    public static string Birth(DateOnly date) => date.ToString("'born'yyyyMMdd", CultureInfo.InvariantCulture);
}
