namespace HospitalWeb.Domain.Patients;

/// <summary>A birth date as far as it is known. An estimate stands for a year: 1 January.</summary>
public readonly record struct Birth(DateOnly? Date, bool IsEstimated = false)
{
    public const int OldestYears = 130;

    public static Birth NotKnown => new(null);

    public static Birth About(int age, DateOnly today) => new Birth(new(today.Year - age, 1, 1), true).Checked(today);

    /// <summary>The same, refused when nobody alive can have been born then.</summary>
    public Birth Checked(DateOnly today)
    {
        BrokenRule.When(Date > today, "The birth date is in the future.");
        BrokenRule.When(Date is { } date && Age.Years(date, today) > OldestYears, $"Nobody is older than {OldestYears} years. Check the birth date.");
        return this;
    }
}
