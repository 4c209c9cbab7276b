using HospitalWeb.Domain;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Domain.Scheduling;

public sealed class SlotFinderTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateOnly ClocksForward = new(2026, 3, 29);
    private static readonly DateOnly ClocksBack = new(2026, 10, 25);
    private static readonly DateTimeOffset Before = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Practitioner Doctor = new("Dr", "Asha", "Patel") { Profession = Profession.Doctor };

    private static Availability Hours(DayOfWeek day, int from, int until) => new() { Practitioner = Doctor, Day = day, From = new(from, 0), Until = new(until % 24, 0), EffectiveFrom = new(2026, 1, 1) };

    private static AvailabilityException Blocked(DateOnly date, TimeOnly? from = null, TimeOnly? until = null) => new() { Practitioner = Doctor, Kind = ExceptionKind.Blocked, Date = date, From = from, Until = until, Reason = "leave" };

    private static SlotFinder Finder(Availability hours, params AvailabilityException[] exceptions) => new([hours], exceptions, London);

    private static IEnumerable<string> Times(IEnumerable<Slot> slots) => slots.Select(s => TimeZoneInfo.ConvertTime(s.StartsAt, London).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    private static DateTimeOffset Utc(DateOnly date, int hour, int minute = 0) => new(date.ToDateTime(new(hour, minute)), TimeSpan.Zero);

    [Fact]
    public void Weekly_hours_are_cut_into_slots() => Assert.Equal(["09:00", "09:30", "10:00", "10:30"], Times(Finder(Hours(DayOfWeek.Monday, 9, 11)).FreeOn(Monday, [], Before)));

    [Fact]
    public void Booked_and_blocked_time_is_not_free()
    {
        var finder = Finder(Hours(DayOfWeek.Monday, 9, 11), Blocked(Monday, new(10, 15), new(10, 45)));

        Assert.Equal(["09:30"], Times(finder.FreeOn(Monday, [new(Utc(Monday, 9), Utc(Monday, 9, 30))], Before)));
    }

    [Fact]
    public void Slots_that_have_begun_are_gone() => Assert.Equal(["10:30"], Times(Finder(Hours(DayOfWeek.Monday, 9, 11)).FreeOn(Monday, [], Utc(Monday, 10, 1))));

    [Fact]
    public void An_extra_clinic_opens_a_day_off()
    {
        var extra = new AvailabilityException { Practitioner = Doctor, Kind = ExceptionKind.Available, Date = Monday.AddDays(1), From = new(14, 0), Until = new(15, 0), SlotMinutes = 20 };

        Assert.Equal(["14:00", "14:20", "14:40"], Times(Finder(Hours(DayOfWeek.Monday, 9, 11), extra).FreeOn(Monday.AddDays(1), [], Before)));
    }

    [Fact]
    public void A_clinic_keeps_the_clock_on_the_wall_when_summer_comes()
    {
        var finder = Finder(Hours(DayOfWeek.Sunday, 9, 12));

        Assert.Equal(Utc(ClocksForward.AddDays(-7), 9), finder.FreeOn(ClocksForward.AddDays(-7), [], Before)[0].StartsAt);
        Assert.Equal(Utc(ClocksForward, 8), finder.FreeOn(ClocksForward, [], Before)[0].StartsAt);
        Assert.Equal(6, finder.FreeOn(ClocksForward, [], Before).Count);
    }

    [Fact]
    public void The_hour_that_does_not_exist_has_no_slots() => Assert.Equal(["00:00", "00:30", "02:00", "02:30"], Times(Finder(Hours(DayOfWeek.Sunday, 0, 3)).FreeOn(ClocksForward, [], Before)));

    [Fact]
    public void Hours_that_begin_in_the_hour_that_does_not_exist_begin_when_the_clocks_go_forward()
    {
        var early = new Availability { Practitioner = Doctor, Day = DayOfWeek.Sunday, From = new(1, 30), Until = new(3, 0), EffectiveFrom = new(2026, 1, 1) };

        Assert.Equal(["02:00", "02:30"], Times(Finder(early).FreeOn(ClocksForward, [], Before)));
    }

    [Fact]
    public void The_hour_that_comes_twice_has_slots_twice() => Assert.Equal(8, Finder(Hours(DayOfWeek.Sunday, 0, 3)).FreeOn(ClocksBack, [], Before).Distinct().Count());

    [Fact]
    public void A_night_clinic_runs_past_midnight()
    {
        var night = Finder(Hours(DayOfWeek.Monday, 23, 25));

        Assert.Equal(["23:00", "23:30", "00:00", "00:30"], Times(night.FreeOn(Monday, [], Before)));
        night.MustBeOpen(new(Utc(Monday.AddDays(1), 0), Utc(Monday.AddDays(1), 0, 30)));
    }

    [Fact]
    public void Leave_is_named_when_it_stands_in_the_way()
    {
        var refused = Assert.Throws<BrokenRule>(() => Finder(Hours(DayOfWeek.Monday, 9, 11), Blocked(Monday)).MustBeOpen(new(Utc(Monday, 9), Utc(Monday, 9, 30))));

        Assert.Equal("The doctor is away at that time: leave.", refused.Message);
    }

    [Fact]
    public void Outside_the_hours_the_time_is_refused()
    {
        var finder = Finder(Hours(DayOfWeek.Monday, 9, 11));

        Assert.Throws<BrokenRule>(() => finder.MustBeOpen(new(Utc(Monday, 10, 45), Utc(Monday, 11, 15))));
        Assert.Throws<BrokenRule>(() => finder.MustBeOpen(new(Utc(Monday.AddDays(1), 9), Utc(Monday.AddDays(1), 9, 30))));
    }

    [Fact]
    public void The_next_free_slot_may_be_weeks_away()
    {
        var finder = Finder(Hours(DayOfWeek.Monday, 9, 10), Blocked(Monday), Blocked(Monday.AddDays(7)));

        Assert.Equal(Utc(Monday.AddDays(14), 9), finder.NextFree(Monday, [], Before)!.Value.StartsAt);
    }
}
