namespace HospitalWeb.Domain.Audit;

/// <summary>One finished month of the trail (UTC), sealed as a whole and to the segment before it. It stays when its entries have gone to the archive.</summary>
public sealed class AuditSegment
{
    /// <summary>HIPAA asks for six years of documentation (45 CFR 164.316); the hospital keeps seven, and a setting can only make it more.</summary>
    public const int YearsKeptAtLeast = 7;

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }
    public required long FirstSequence { get; init; }
    public required long LastSequence { get; init; }
    public required long Count { get; init; }
    /// <summary>The last entry's.</summary>
    public required byte[] Hash { get; init; }
    public required byte[] PreviousSeal { get; init; }
    public required byte[] Seal { get; set; }

    public DateTimeOffset EndsAt => EndOf(Month);

    public bool MayLeave(DateTimeOffset now, int yearsKept) => EndsAt.AddYears(Math.Max(yearsKept, YearsKeptAtLeast)) <= now;

    public static DateTimeOffset EndOf(DateOnly month) => new(month.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero);
}
