using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Domain.Pharmacy;

/// <summary>
/// Goods of one production batch on the shelf. The quantity on hand changes only together with a row of the ledger:
/// the ledger's sum is the balance. Usable through the printed date, in the hospital's day.
/// </summary>
public sealed class StockBatch
{
    public const int BatchNumberMaxLength = 100;

    public Guid Id { get; private set; }
    public required Medication Medication { get; init; }
    public Guid MedicationId { get; private set; }
    public required string BatchNumber { get; init; }
    public required DateOnly ExpiresOn { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public string? Supplier { get; init; }
    public decimal QuantityOnHand { get; private set; }
    /// <summary>What one pack unit cost the hospital.</summary>
    public required UnitPrice CostPrice { get; init; }
    /// <summary>What one pack unit is charged at.</summary>
    public required UnitPrice UnitPrice { get; init; }

    public bool SellsBelowCost => UnitPrice.Amount < CostPrice.Amount;

    public bool HasExpired(DateOnly today) => ExpiresOn < today;

    /// <summary>Goods that arrive, as a new batch or as more of one that is here.</summary>
    public static StockMovement Receive(Medication medication, StockBatch? known, Delivery goods, Stamp by, DateOnly today)
    {
        BrokenRule.When(string.IsNullOrWhiteSpace(goods.BatchNumber), "Enter the batch number that is printed on the pack.");
        BrokenRule.When(goods.ExpiresOn < today, "These goods have expired and cannot be received.");
        BrokenRule.When(goods.Quantity <= 0, "Enter a quantity greater than 0.");
        BrokenRule.When(known is not null && known.ExpiresOn != goods.ExpiresOn, $"Batch {goods.BatchNumber} is already here with the expiry date {known?.ExpiresOn:dd-MMM-yyyy}. Check the pack.");

        var batch = known ?? new StockBatch
        {
            Medication = medication, BatchNumber = goods.BatchNumber.Trim(), ExpiresOn = goods.ExpiresOn, ReceivedAt = by.At,
            Supplier = goods.Supplier.TrimToNull(), CostPrice = goods.CostPrice, UnitPrice = goods.UnitPrice,
        };
        return batch.Move(StockMovementKind.Received, goods.Quantity, reason: null, by);
    }

    /// <summary>Corrects the count after somebody counted; the reason stays in the ledger.</summary>
    public StockMovement Adjust(decimal by, string reason, Stamp stamp)
    {
        BrokenRule.When(by == 0, "Enter by how much the quantity changes.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the quantity is adjusted.");
        BrokenRule.When(QuantityOnHand + by < 0, $"Only {MedicineLine.Quantity(QuantityOnHand, Medication.PackUnit)} are on hand.");

        return Move(StockMovementKind.Adjusted, by, reason.Trim(), stamp);
    }

    /// <summary>Hands a portion out.</summary>
    public StockMovement Give(decimal quantity, Dispense dispense) => Move(StockMovementKind.Dispensed, -quantity, reason: null, dispense.By, dispense.Id);

    private StockMovement Move(StockMovementKind kind, decimal quantity, string? reason, Stamp by, Guid? dispense = null)
    {
        QuantityOnHand += quantity;
        return new() { Batch = this, Medication = Medication, Kind = kind, Quantity = quantity, Reason = reason, DispenseId = dispense, At = by.At, By = by };
    }
}

/// <summary>What is written on a delivery.</summary>
public sealed record Delivery(string BatchNumber, DateOnly ExpiresOn, decimal Quantity, UnitPrice CostPrice, UnitPrice UnitPrice, string? Supplier);
