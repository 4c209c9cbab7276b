using HospitalWeb.Domain.Billing;

namespace HospitalWeb.Domain.Wards;

/// <summary>One day in one bed, as it is charged.</summary>
public sealed record BedDay(Guid SourceId, DateOnly Date, BedStay Stay);

/// <summary>
/// Counts days by the midnight rule: a day belongs to the bed in which the patient lies as it ends, the day of leaving is free,
/// and who comes and goes on one day has one.
/// </summary>
public static class BedDays
{
    /// <summary>The days that are over by <paramref name="today"/>, or all of them once the patient has left.</summary>
    public static IReadOnlyList<BedDay> Due(Admission admission, DateOnly today, Func<DateTimeOffset, DateOnly> localDate)
    {
        if (admission.IsCancelled) return [];

        var first = localDate(admission.AdmittedAt);
        var last = admission.EndedAt is { } left ? localDate(left) : today;
        var days = Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber)).Select(first.AddDays).ToList();
        if (days.Count == 0 && !admission.IsOpen) days.Add(first);

        return [.. days.Select(day => new BedDay(Charge.DayOf(admission.Id, day), day, StayAtTheEndOf(day, admission, localDate)))];
    }

    private static BedStay StayAtTheEndOf(DateOnly day, Admission admission, Func<DateTimeOffset, DateOnly> localDate) =>
        admission.Stays.OrderBy(s => s.From).Last(s => localDate(s.From) <= day);
}
