using System.Globalization;
using System.Text.RegularExpressions;

namespace HospitalWeb.Domain.Patients;

/// <summary>
/// What somebody typed to find a patient: parts of names, a birth date, a phone or its last digits, a whole identifier and a number, in any order.
/// All of them must fit. Dates are read day first, unless only the other reading exists.
/// </summary>
public sealed partial record PatientQuery(IReadOnlyList<string> Words, int? Number)
{
    public const int MostWords = 6;
    private const int LongestNumber = 7;

    public bool IsEmpty => Words.Count == 0 && Number is null;
    /// <summary>A number alone may also be digits of a phone; "PAT-00042" may not.</summary>
    public bool NumberMayBePhone { get; private init; }

    /// <summary>Those words that may be a phone's last digits or a whole identifier; and all of them as one, in case it was typed with gaps and is mostly digits.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];
    public string? WholeCode { get; private init; }

    /// <summary>The whole number and nothing else, or both names and the birth date: whoever types this knows who is meant.</summary>
    public bool NamesOne { get; private init; }

    public static PatientQuery Parse(string? typed)
    {
        var text = (typed ?? "").Trim();
        var words = new List<string>();
        int? number = null;

        text = Dates().Replace(text, match =>
        {
            if (ReadDate(match) is not { } date) return match.Value;
            words.Add(SearchWords.Birth(date));
            return " ";
        });
        text = Numbers().Replace(text, match =>
        {
            number = HumanNumber.Parse(Patient.Prefix, match.Value);
            return number is null ? match.Value : " ";
        });

        var (marked, dates) = (number is not null, words.Count);
        foreach (var word in SearchWords.Split(Gaps().Replace(text, "")))
        {
            if (number is null && word.Length <= LongestNumber && HumanNumber.Parse(Patient.Prefix, word) is { } plain) number = plain;
            words.Add(WithoutTrunkZero(word));
        }

        var (all, beside) = (words.Distinct().Take(MostWords).ToList(), words.Skip(dates).ToList());
        return new(all, number) { Codes = beside.Intersect(all).Where(IsCode).ToList(), WholeCode = beside.Count > 1 && string.Concat(beside) is var whole && IsCode(whole) && whole.Count(char.IsAsciiDigit) * 2 >= whole.Length ? whole : null, NumberMayBePhone = !marked && number is not null, NamesOne = marked ? words.Count == 0 : dates == 1 && words.Count >= dates + 2 };
    }

    /// <summary>The words that must fit beside the number, when the number is taken as the patient's.</summary>
    public IReadOnlyList<string> WordsBesideNumber => NumberMayBePhone ? Words.Where(word => HumanNumber.Parse(Patient.Prefix, word) != Number).ToList() : Words;

    private static bool IsCode(string word) => word.Length >= PhoneDigits.Ending && word.Any(char.IsAsciiDigit);

    // 07700 900123 and +44 7700 900123 are one line.
    private static string WithoutTrunkZero(string word) => word.Length > PhoneDigits.Ending && word.All(char.IsAsciiDigit) && word.TrimStart('0') is { Length: >= PhoneDigits.Ending } rest ? rest : word;

    private static DateOnly? ReadDate(Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var month = match.Groups["name"].Success ? "jan feb mar apr may jun jul aug sep oct nov dec".IndexOf(match.Groups["name"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 4 + 1 : Part("month");
        return Valid(Part("year"), month, Part("day")) ?? (match.Groups["name"].Success ? null : Valid(Part("year"), Part("day"), month));
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is > 1800 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    [GeneratedRegex(@"(?<!\d)(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<day>\d{1,2})[-/. ]?(?<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[-/. ]?(?<year>\d{4})|(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}))(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    // Digits are typed in groups, and identifiers with dashes.
    [GeneratedRegex(@"(?<=\d)[\s().-]+(?=\d)|(?<=\d)[-/._](?=\w)|(?<=\w)[-/._](?=\d)")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\bPAT[- ]?\d{1,7}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
