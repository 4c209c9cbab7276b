using Bogus;
using HospitalWeb.Data;
using HospitalWeb.Domain;

namespace HospitalWeb.Demo;

/// <summary>What every part of the demo hospital is made with: one source of chance, one idea of now.</summary>
internal sealed class DemoKit(HospitalContext db, int seed, DateTimeOffset now)
{
    public const string ZoneName = "Europe/London";
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    private int added;

    public HospitalContext Db => db;
    public Currency Currency { get; } = new("GBP");
    public Faker Chance { get; } = new("en_GB") { Random = new Randomizer(seed) };
    /// <summary>The last full five minutes: what is going on just now counts back from here.</summary>
    public DateTimeOffset Now { get; } = new(now.UtcTicks - now.UtcTicks % TimeSpan.FromMinutes(5).Ticks, TimeSpan.Zero);
    public DateOnly Today => Day(Now);

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    public DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public DateTimeOffset MinutesAgo(int minutes) => Now.AddMinutes(-minutes);

    public Money Money(decimal amount) => new(amount, Currency);

    public T Pick<T>(IReadOnlyList<T> from) => from[Chance.Random.Int(0, from.Count - 1)];

    public List<T> Some<T>(IEnumerable<T> from, int count) => [.. Chance.Random.Shuffle(from).Take(count)];

    public int Between(int from, int until) => Chance.Random.Int(from, until);

    /// <summary>
    /// Adds what carries a number. Rows are numbered in the order of their keys, and keys are made by chance within one millisecond:
    /// a millisecond for each row makes the same numbers in every demo hospital of the same seed.
    /// </summary>
    public void Add<T>(T numbered) where T : class, INumbered
    {
        db.Entry(numbered).Property("Id").CurrentValue = Guid.CreateVersion7(Now.AddMilliseconds(++added));
        db.Add(numbered);
    }

    public Task SaveAsync() => db.SaveChangesAsync();
}
