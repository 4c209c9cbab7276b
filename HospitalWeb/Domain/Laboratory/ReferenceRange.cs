using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>
/// What is usual for one part of the population: a sex (null for both) and an age in whole days at collection, from the first up to but not including the last.
/// Bounds belong to the range. <see cref="Population"/> says in words for whom it holds.
/// </summary>
public sealed record ReferenceRange
{
    public const int PopulationMaxLength = 60;
    public const int SourceMaxLength = 200;

    public Sex? Sex { get; init; }
    public int FromAgeDays { get; init; }
    public int? UntilAgeDays { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public required string Population { get; init; }
    public required string Source { get; init; }

    /// <summary>An unknown age fits only a range that asks for none; an unknown sex only one for both.</summary>
    public bool Fits(Sex sex, int? ageInDays) =>
        (Sex is null || Sex == sex)
        && (ageInDays is { } days ? days >= FromAgeDays && (UntilAgeDays is null || days < UntilAgeDays) : FromAgeDays == 0 && UntilAgeDays is null);

    public bool IsBelow(decimal value) => value < Low;

    public bool IsAbove(decimal value) => value > High;
}
