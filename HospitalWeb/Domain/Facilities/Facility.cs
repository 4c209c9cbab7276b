namespace HospitalWeb.Domain.Facilities;

/// <summary>The hospital itself: its name, the zone its clocks show, the currency of its bills and the head of its paper. There is one.</summary>
public sealed class Facility
{
    public const int NameMaxLength = 120;
    public const int TimeZoneMaxLength = 60;

    public Guid Id { get; private set; }
    public required string Name { get; set; }
    /// <summary>An IANA name, such as Europe/Berlin.</summary>
    public required string TimeZone { get; set; }
    public required Currency Currency { get; set; }
    public Letterhead Letterhead { get; set; } = new();
    /// <summary>Filled with invented patients; every page says so.</summary>
    public bool IsDemo { get; init; }
    /// <summary>Always true and unique: a second hospital cannot be added.</summary>
    public bool IsThisOne { get; private set; } = true;

    public void CountIn(Currency currency, bool moneyExists)
    {
        BrokenRule.When(moneyExists && currency != Currency, $"There are prices or charges in {Currency}. The currency can no longer be changed.");
        Currency = currency;
    }

    public static bool KnowsTimeZone(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}

/// <summary>What stands at the head of every printed sheet.</summary>
public sealed record Letterhead
{
    public List<string> AddressLines { get; init; } = [];
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }
    public string? RegistrationNumber { get; init; }
    public string EmergencyNumber { get; init; } = "112";
}
