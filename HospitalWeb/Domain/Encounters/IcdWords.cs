using System.Globalization;
using System.Text;

namespace HospitalWeb.Domain.Encounters;

/// <summary>How titles and what people type are cut into the words that are searched: lower case, without accents and little words.</summary>
public static class IcdWords
{
    public const int WordMaxLength = 40;

    private static readonly HashSet<string> Little = ["of", "the", "and", "or", "in", "to", "with", "due", "by", "a", "an", "as", "at", "for", "on", "from"];

    public static IReadOnlyCollection<string> Of(string text) => [.. Split(text).Where(word => !Little.Contains(word)).Distinct()];

    /// <summary>The words of a code: those of its title, and the code without its dot.</summary>
    public static IReadOnlyCollection<string> OfCode(string code, string title) => [.. Of(title).Append(Bare(code)).Distinct()];

    /// <summary>What was typed, as beginnings of words. A dotted code counts as one word.</summary>
    public static IReadOnlyList<string> Sought(string typed) =>
        [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => IsCode(part) ? [Bare(part)] : Of(part)).Distinct().Take(6)];

    /// <summary>The first word that no longer begins with <paramref name="beginning"/>, in any collation that puts digits before letters.</summary>
    public static string After(string beginning)
    {
        var last = beginning[^1];
        if (last == 'z') return beginning.Length == 1 ? "zzzz" : After(beginning[..^1]);
        return beginning[..^1] + (last == '9' ? 'a' : (char)(last + 1));
    }

    private static bool IsCode(string part) => part.Length >= 3 && char.IsAsciiLetter(part[0]) && char.IsAsciiDigit(part[1]);

    private static string Bare(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'')
            {
                if (word.Length > 0) yield return Cut(word);
                word.Clear();
            }
        }
        if (word.Length > 0) yield return Cut(word);

        static string Cut(StringBuilder word) => word.ToString(0, Math.Min(word.Length, WordMaxLength));
    }
}
