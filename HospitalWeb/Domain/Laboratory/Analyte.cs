using System.Globalization;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Laboratory;

public enum AnalyteKind { Number, Choice, Text }

/// <summary>
/// One thing that a test measures. Unit and decimals are fixed here and nobody chooses them at the bench.
/// Critical limits are what the hospital rings a doctor for; they hold for every patient. Possible limits are what no living patient has.
/// </summary>
public sealed class Analyte
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int UnitMaxLength = 30;

    public Guid Id { get; private set; }
    public LabTest Test { get; init; } = null!;
    public Guid TestId { get; private set; }
    public required int Position { get; init; }
    /// <summary>The LOINC code, or the laboratory's own where LOINC has none.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    /// <summary>What it is to the patient, for example "salt in your blood (sodium)".</summary>
    public string? PlainName { get; set; }
    public AnalyteKind Kind { get; init; }
    public string Unit { get; init; } = "";
    public int Decimals { get; init; }
    public decimal? PossibleLow { get; init; }
    public decimal? PossibleHigh { get; init; }
    public decimal? CriticalLow { get; private set; }
    public decimal? CriticalHigh { get; private set; }
    public List<string> Choices { get; init; } = [];
    public List<string> UsualChoices { get; init; } = [];
    public List<ReferenceRange> Ranges { get; private set; } = [];

    public CodedConcept Concept => new(CodedConcept.Loinc, Code, Name);

    public void SetCriticalLimits(decimal? low, decimal? high)
    {
        BrokenRule.When(low >= high, $"The critical low limit of {Name} must be below the high one.");

        (CriticalLow, CriticalHigh) = (low, high);
    }

    public void SetRanges(IReadOnlyCollection<ReferenceRange> ranges)
    {
        BrokenRule.When(ranges.Any(r => r.Low is null && r.High is null), "A range needs a low bound, a high bound or both.");
        BrokenRule.When(ranges.Any(r => r.Low > r.High), "The low bound of a range lies above its high bound.");
        BrokenRule.When(ranges.Any(r => r.FromAgeDays < 0 || r.UntilAgeDays <= r.FromAgeDays), "A range must end at a higher age than it begins.");
        BrokenRule.When(Overlap(ranges), $"Two ranges of {Name} hold for the same patients.");

        Ranges = [.. ranges];
    }

    /// <summary>The range for this patient at collection; one for the patient's sex goes before one for both.</summary>
    public ReferenceRange? RangeFor(Sex sex, int? ageInDays) => Ranges.Where(r => r.Fits(sex, ageInDays)).OrderBy(r => r.Sex is null).FirstOrDefault();

    public ResultFlag Judge(ResultValue value, ReferenceRange? range) => value switch
    {
        { Number: { } number } when number < CriticalLow => ResultFlag.LL,
        { Number: { } number } when number > CriticalHigh => ResultFlag.HH,
        { Number: { } number } when range is not null => range.IsBelow(number) ? ResultFlag.L : range.IsAbove(number) ? ResultFlag.H : ResultFlag.InRange,
        { Text: { } text } when UsualChoices.Count > 0 => UsualChoices.Contains(text) ? ResultFlag.InRange : ResultFlag.A,
        _ => ResultFlag.NoRange,
    };

    /// <summary>Reads what was typed at the bench, and refuses what cannot be.</summary>
    public ResultValue Read(string typed)
    {
        if (Kind != AnalyteKind.Number) return ReadWords(typed.Trim());

        var isNumber = decimal.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        BrokenRule.When(!isNumber, $"Enter {Name} as a number in {Unit}, for example {Format(RangeMiddle)}.");
        BrokenRule.When(number < PossibleLow || number > PossibleHigh, $"{Name} {typed.Trim()} {Unit} is not possible. It lies between {Format(PossibleLow ?? 0)} and {Format(PossibleHigh ?? 0)} {Unit}.");
        BrokenRule.When(number != decimal.Round(number, Decimals), $"{Name} is reported with {Decimals} decimals.");
        return ResultValue.Of(number);
    }

    public string Format(decimal number) => number.ToString($"F{Decimals}", CultureInfo.InvariantCulture);

    private ResultValue ReadWords(string typed)
    {
        BrokenRule.When(Kind == AnalyteKind.Choice && !Choices.Contains(typed), $"{Name} is one of: {string.Join(", ", Choices)}.");
        BrokenRule.When(typed.Length > ResultValue.TextMaxLength, $"{Name} is longer than {ResultValue.TextMaxLength} characters.");
        return ResultValue.Of(typed);
    }

    private decimal RangeMiddle => Ranges.FirstOrDefault() is { } range ? ((range.Low ?? range.High ?? 0) + (range.High ?? range.Low ?? 0)) / 2 : PossibleLow ?? 0;

    private static bool Overlap(IReadOnlyCollection<ReferenceRange> ranges) => ranges
        .GroupBy(r => r.Sex)
        .Any(same => same.OrderBy(r => r.FromAgeDays).Zip(same.OrderBy(r => r.FromAgeDays).Skip(1)).Any(pair => pair.First.UntilAgeDays is not { } until || until > pair.Second.FromAgeDays));
}
