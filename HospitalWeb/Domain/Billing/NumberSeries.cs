namespace HospitalWeb.Domain.Billing;

/// <summary>Numbers without gaps. The last one is kept in a row that is written with the act it numbers, so an act that fails takes no number.</summary>
public sealed class NumberSeries
{
    public const int NameMaxLength = 10;

    public required string Name { get; init; }
    public int Last { get; private set; }
}
