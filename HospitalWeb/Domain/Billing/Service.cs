namespace HospitalWeb.Domain.Billing;

/// <summary>
/// One line of the price list: what a service costs from a day on, until a later line with the same code takes over.
/// A line without a price says that the service is known and nobody has priced it yet.
/// </summary>
public sealed class Service
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 200;

    public Guid Id { get; private set; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public UnitPrice? Price { get; init; }
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The line that takes over from a day on. Charges raised before keep the price they were raised at.</summary>
    public Service PricedFrom(DateOnly from, UnitPrice price, DateOnly today)
    {
        BrokenRule.When(from < today, "A new price starts today or later: what was done before keeps its price.");
        BrokenRule.When(from == EffectiveFrom && Price is not null, $"{Name} already has a price that starts on this day.");

        return new() { Code = Code, Name = Name, Price = price, EffectiveFrom = from };
    }
}

/// <summary>Codes that the hospital's own acts ask for. The price list may hold any others besides.</summary>
public static class ServiceCode
{
    public const string Consultation = "CONS";
    public const string FollowUp = "CONS-FU";
    public const string EmergencyVisit = "EMERG";
    public const string Telemedicine = "CONS-TELE";
    public const string BedDay = "BED-DAY";
    public const string IntensiveCareDay = "BED-DAY-ICU";
    public const string Dispensing = "DISP-FEE";
}
