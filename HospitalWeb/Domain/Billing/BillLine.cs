namespace HospitalWeb.Domain.Billing;

/// <summary>A charge as it stands on one bill. It keeps its own words and figures, so that a voided bill still reads as it was.</summary>
public sealed class BillLine
{
    public Guid Id { get; private set; }
    public required Charge Charge { get; init; }
    public Guid ChargeId { get; private set; }
    public required int Position { get; init; }
    public required string Description { get; init; }
    public required decimal Quantity { get; init; }
    public UnitPrice? UnitPrice { get; init; }
    public Money? Amount { get; init; }
    public Money Discount { get; internal set; }

    public Money Net => (Amount ?? Money.Zero(Discount.Currency)) - Discount;

    internal static BillLine Of(Charge charge, int position, Currency currency) => new()
    {
        Charge = charge, Position = position, Description = charge.Description, Quantity = charge.Quantity,
        UnitPrice = charge.UnitPrice, Amount = charge.Amount, Discount = Money.Zero(currency),
    };
}
