namespace HospitalWeb.Domain.Scheduling;

/// <summary>
/// One practitioner's timetable: weekly hours, plus and minus the exceptions. Hours are kept by the clock on the wall; slots are cut out of
/// the time that really passes, so a day on which the clocks change has neither a slot that never comes nor two at once.
/// </summary>
public sealed class SlotFinder(IReadOnlyList<Availability> weekly, IReadOnlyList<AvailabilityException> exceptions, TimeZoneInfo zone)
{
    public const int DaysToLookAhead = 60;

    /// <summary>The free slots that begin on this day, from now on.</summary>
    public IReadOnlyList<Slot> FreeOn(DateOnly date, IReadOnlyCollection<Slot> booked, DateTimeOffset now)
    {
        var blocked = BlockedAround(date);
        return OpenOn(date)
            .SelectMany(Cut)
            .Where(slot => slot.StartsAt >= now && !blocked.Any(slot.Overlaps) && !booked.Any(slot.Overlaps))
            .Distinct()
            .OrderBy(slot => slot.StartsAt)
            .ToList();
    }

    public Slot? NextFree(DateOnly from, IReadOnlyCollection<Slot> booked, DateTimeOffset now, int days = DaysToLookAhead) => Enumerable.Range(0, days)
        .Select(day => FreeOn(from.AddDays(day), booked, now).Cast<Slot?>().FirstOrDefault())
        .FirstOrDefault(slot => slot is not null);

    /// <summary>Refuses a time at which the practitioner does not work, and says why.</summary>
    public void MustBeOpen(Slot wanted)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(wanted.StartsAt, zone).DateTime);
        var inTheWay = exceptions.Where(e => e.Kind == ExceptionKind.Blocked && e.Date >= date.AddDays(-1) && e.Date <= date.AddDays(1)).FirstOrDefault(e => Instant(e).Overlaps(wanted));
        BrokenRule.When(inTheWay is not null, inTheWay?.Reason is { } reason ? $"The doctor is away at that time: {reason}." : "The doctor is away at that time.");
        BrokenRule.When(!OpenOn(date.AddDays(-1)).Concat(OpenOn(date)).Any(hours => hours.Hours.Covers(wanted)), "The doctor does not work at that time.");
    }

    private IEnumerable<(Slot Hours, int Minutes)> OpenOn(DateOnly date) => weekly.Where(hours => hours.AppliesOn(date)).Select(hours => (Instant(date, hours.From, hours.Until), hours.SlotMinutes))
        .Concat(exceptions.Where(e => e.Kind == ExceptionKind.Available && e.Date == date).Select(e => (Instant(e), e.SlotMinutes)));

    private List<Slot> BlockedAround(DateOnly date) => exceptions.Where(e => e.Kind == ExceptionKind.Blocked && e.Date >= date.AddDays(-1) && e.Date <= date.AddDays(1)).Select(Instant).ToList();

    private static IEnumerable<Slot> Cut((Slot Hours, int Minutes) open)
    {
        var length = TimeSpan.FromMinutes(open.Minutes);
        for (var start = open.Hours.StartsAt; start + length <= open.Hours.EndsAt; start += length) yield return new(start, start + length);
    }

    private Slot Instant(AvailabilityException e) => Instant(e.Date, e.From ?? TimeOnly.MinValue, e.Until ?? TimeOnly.MinValue);

    private Slot Instant(DateOnly date, TimeOnly from, TimeOnly until) => new(At(date, from), At(until > from ? date : date.AddDays(1), until));

    // A time that the change to summer time leaves out is the moment at which the clocks go forward.
    private DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
