using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Domain.Pharmacy;

/// <summary>One row of the stock ledger: what came (+) or left (−), when, by whom and why. Never changed.</summary>
public sealed class StockMovement
{
    public const int ReasonMaxLength = 300;

    public Guid Id { get; private set; }
    public required StockBatch Batch { get; init; }
    public Guid BatchId { get; private set; }
    public required Medication Medication { get; init; }
    public Guid MedicationId { get; private set; }
    public required StockMovementKind Kind { get; init; }
    public required decimal Quantity { get; init; }
    public string? Reason { get; init; }
    public Guid? DispenseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Stamp By { get; init; }
}

public enum StockMovementKind { Received, Dispensed, Adjusted }
