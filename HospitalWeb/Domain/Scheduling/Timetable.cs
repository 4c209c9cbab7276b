namespace HospitalWeb.Domain.Scheduling;

/// <summary>A practitioner's hours over some days together with what is already booked in them.</summary>
public sealed class Timetable(SlotFinder hours, IReadOnlyCollection<Slot> booked, TimeZoneInfo zone)
{
    public IReadOnlyList<Slot> FreeOn(DateOnly date, DateTimeOffset now) => hours.FreeOn(date, booked, now);

    /// <summary>Whether there are hours left on that day, booked or not.</summary>
    public bool IsOpenOn(DateOnly date, DateTimeOffset now) => hours.FreeOn(date, [], now).Count > 0;

    public Slot? NextFree(DateOnly from, DateTimeOffset now, int days = SlotFinder.DaysToLookAhead) => hours.NextFree(from, booked, now, days);

    /// <summary>The free slot that starts then; otherwise the reason why there is none.</summary>
    public Slot Take(DateTimeOffset startsAt, DateTimeOffset now)
    {
        BrokenRule.When(startsAt < now, "That time has passed. Choose a later one.");

        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(startsAt, zone).DateTime);
        var free = FreeOn(date.AddDays(-1), now).Concat(FreeOn(date, now)).ToList();
        var slot = free.FirstOrDefault(s => s.StartsAt == startsAt);
        if (slot != default) return slot;

        hours.MustBeOpen(new(startsAt, startsAt + SlotAtom.Length));
        var next = free.FirstOrDefault(s => s.StartsAt > startsAt);
        throw new BrokenRule(next == default ? "That time has just been taken, and no other is free that day." : $"That time has just been taken. The next free time is {TimeZoneInfo.ConvertTime(next.StartsAt, zone):HH\\:mm}.");
    }
}
