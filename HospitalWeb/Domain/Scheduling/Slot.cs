namespace HospitalWeb.Domain.Scheduling;

/// <summary>A stretch of time [start, end): one that ends at 10:30 and one that starts at 10:30 do not overlap.</summary>
public readonly record struct Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public bool Overlaps(Slot other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    public bool Covers(Slot other) => StartsAt <= other.StartsAt && other.EndsAt <= EndsAt;
}
