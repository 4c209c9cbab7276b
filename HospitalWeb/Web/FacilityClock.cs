using HospitalWeb.Data;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Facilities;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web;

/// <summary>The hospital as every page knows it: read once, kept until an administrator changes it or half a minute has passed.</summary>
public sealed class FacilityBook(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private (Facility? Facility, long ReadAt)? known;

    /// <summary>Null until the hospital has been set up.</summary>
    public Facility? Current
    {
        get
        {
            if (known is { } kept && (kept.Facility is not null) && time.GetElapsedTime(kept.ReadAt) < Fresh) return kept.Facility;

            using var scope = scopes.CreateScope();
            var facility = scope.ServiceProvider.GetRequiredService<HospitalContext>().Facilities.AsNoTracking().SingleOrDefault();
            known = (facility, time.GetTimestamp());
            return facility;
        }
    }

    public void Forget() => known = null;
}

/// <summary>Time as the hospital tells it. Instants are UTC; days and wall-clock times are those of the hospital's zone.</summary>
public sealed class FacilityClock(TimeProvider time, FacilityBook book)
{
    public DateTimeOffset Now => time.GetUtcNow();
    public TimeZoneInfo Zone => book.Current is { } facility ? TimeZoneInfo.FindSystemTimeZoneById(facility.TimeZone) : TimeZoneInfo.Utc;
    public Currency Currency => book.Current?.Currency ?? new("USD");
    public DateOnly Today => DateOf(Now);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The instant at which the hospital's clocks show this. A time that is skipped in spring means the moment after the gap; one that comes twice in autumn, the first.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly wall)
    {
        var local = day.ToDateTime(wall);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

public static class FacilityServices
{
    public static void AddFacilityClock(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<FacilityBook>();
        services.AddScoped<FacilityClock>();
    }
}
