using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Domain.Pharmacy;

/// <summary>One handing-over of one medicine, from one or more batches. What was given stays as it was.</summary>
public sealed class Dispense
{
    public const int ReasonMaxLength = 300;

    public Guid Id { get; private set; }
    public required Prescription Prescription { get; init; }
    public Guid PrescriptionId { get; private set; }
    public required PrescriptionItem Item { get; init; }
    public Guid ItemId { get; private set; }
    public required decimal Quantity { get; init; }
    public required Money Price { get; init; }
    public required List<DispensedPortion> Portions { get; init; }
    public string? LaterBatchReason { get; init; }
    /// <summary>The allergy alerts that stood when the medicine was given.</summary>
    public List<string> Alerts { get; init; } = [];
    public required DateTimeOffset At { get; init; }
    public required Stamp By { get; init; }

    /// <summary>Plans what leaves the shelf.</summary>
    public static Dispense Of(Prescription prescription, PrescriptionItem item, IReadOnlyCollection<StockBatch> batches, IReadOnlyCollection<Portion> chosen, string? laterBatchReason, IEnumerable<string> alerts, Stamp by, DateOnly today)
    {
        BrokenRule.When(prescription.Signed?.AccountId == by.AccountId, "You signed this prescription yourself. A second person dispenses it.");
        BrokenRule.When(chosen.Count == 0, "Enter how much is taken from which batch.");
        BrokenRule.When(chosen.Any(c => c.Quantity <= 0), "Enter a quantity greater than 0.");
        foreach (var (batch, quantity) in chosen)
        {
            BrokenRule.When(batch.HasExpired(today), $"Batch {batch.BatchNumber} expired on {batch.ExpiresOn:dd-MMM-yyyy} and cannot be dispensed.");
            BrokenRule.When(quantity > batch.QuantityOnHand, $"Only {MedicineLine.Quantity(batch.QuantityOnHand, item.QuantityUnit)} left of batch {batch.BatchNumber}.");
        }

        BrokenRule.When(Fefo.SkipsEarlier(batches, chosen, today) && string.IsNullOrWhiteSpace(laterBatchReason), "An earlier batch is still on the shelf. Say why a later one is taken.");
        var total = chosen.Sum(c => c.Quantity);
        prescription.Give(item, total, today);

        return new()
        {
            Prescription = prescription, Item = item, Quantity = total, LaterBatchReason = laterBatchReason.TrimToNull(), Alerts = [.. alerts], At = by.At, By = by,
            Price = chosen.Select(c => c.Batch.UnitPrice.Times(c.Quantity)).Total(chosen.First().Batch.UnitPrice.Currency),
            Portions = [.. chosen.Select(c => new DispensedPortion { BatchId = c.Batch.Id, BatchNumber = c.Batch.BatchNumber, ExpiresOn = c.Batch.ExpiresOn, Quantity = c.Quantity })],
        };
    }
}

public sealed record DispensedPortion
{
    public required Guid BatchId { get; init; }
    public required string BatchNumber { get; init; }
    public required DateOnly ExpiresOn { get; init; }
    public required decimal Quantity { get; init; }
}
