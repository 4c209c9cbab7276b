using System.Globalization;
using System.Text;

namespace HospitalWeb.Domain.DrugSafety;

/// <summary>Reads substances out of what people typed: the longest known terms first, until only words without meaning are left.</summary>
internal sealed class SubstanceWords(DrugFacts facts)
{
    // A term next to these is still the same term; any other leftover means that we did not understand.
    private static readonly HashSet<string> Meaningless = new(
        ("allergy allergic allergen to of the a an and or with by in as on from when since known drug drugs medicine medicines medication tablet tablets tab tabs capsule capsules cap caps " +
         "syrup injection cream drops substance finding product containing disorder organism adverse reaction reactions hypersensitivity intolerance intolerant severe mild moderate rash hives " +
         "urticaria itching anaphylaxis anaphylactic angioedema swelling vomiting nausea child childhood family group class all any antibiotic antibiotics medicament preparation oral type s").Split(' '));

    private readonly Dictionary<string, IReadOnlyList<string>> terms = Terms(facts);

    public Recognition Read(string text)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<string>();
        var understood = words.Length > 0;
        for (var at = 0; at < words.Length;)
        {
            var length = Longest(words, at, out var codes);
            if (length == 0 && !Meaningless.Contains(words[at]) && !words[at].All(char.IsDigit)) understood = false;
            found.AddRange(codes);
            at += Math.Max(length, 1);
        }

        // Words without meaning alone ("drug allergy") name nothing that could be checked.
        return new Recognition([.. found.Distinct()], understood && words.Any(w => !Meaningless.Contains(w)));
    }

    private int Longest(string[] words, int at, out IReadOnlyList<string> codes)
    {
        for (var length = Math.Min(5, words.Length - at); length > 0; length--)
            if (terms.TryGetValue(string.Join(' ', words, at, length), out codes!)) return length;
        codes = [];
        return 0;
    }

    private static Dictionary<string, IReadOnlyList<string>> Terms(DrugFacts facts)
    {
        var terms = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var drugClass in facts.Classes) terms[Plain(drugClass.Name)] = [drugClass.Code];
        foreach (var ingredient in facts.Ingredients) terms[Plain(ingredient.Name)] = [ingredient.Code];
        foreach (var synonym in facts.Synonyms) terms[Plain(synonym.Term)] = synonym.Codes;
        return terms;
    }

    // Lower case, without accents, everything but letters and digits a space.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
