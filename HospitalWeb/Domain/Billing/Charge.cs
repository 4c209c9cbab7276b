using System.Security.Cryptography;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Billing;

/// <summary>
/// What one act costs one patient. It waits until it is put on a bill, and can be put on another one when that bill is voided.
/// A charge without a price can be drafted but not issued.
/// </summary>
public sealed class Charge
{
    public const int DescriptionMaxLength = 300;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public required Guid PatientId { get; init; }
    public Patient Patient { get; private set; } = null!;
    public Guid? EncounterId { get; init; }
    public required ChargeSource SourceKind { get; init; }
    public required Guid SourceId { get; init; }
    public string? ServiceCode { get; init; }
    public required string Description { get; init; }
    public required decimal Quantity { get; init; }
    public UnitPrice? UnitPrice { get; private set; }
    public Money? Amount { get; private set; }
    public required Stamp Raised { get; init; }
    public Bill? Bill { get; private set; }
    public Guid? BillId { get; private set; }
    public Stamp? Cancelled { get; private set; }
    public string? CancelReason { get; private set; }

    public bool IsPriced => Amount is not null;
    public bool IsBilled => BillId is not null || Bill is not null;
    public bool IsCancelled => Cancelled is not null;
    public bool IsOpen => !IsBilled && !IsCancelled;

    public static Charge For(ChargeSource source, Guid sourceId, Guid patientId, Guid? encounterId, string? serviceCode, string description, UnitPrice? price, decimal quantity, Stamp stamp)
    {
        BrokenRule.When(quantity <= 0, "Charge for a quantity above zero.");
        BrokenRule.When(string.IsNullOrWhiteSpace(description), "Say what the charge is for.");

        var charge = new Charge
        {
            PatientId = patientId, EncounterId = encounterId, SourceKind = source, SourceId = sourceId,
            ServiceCode = serviceCode, Description = description.Trim(), Quantity = quantity, Raised = stamp,
        };
        if (price is { } known) charge.Price(known);
        return charge;
    }

    /// <summary>The source of what is charged by the day, such as a bed: one act and one day always give the same id, so a day is charged once however often the job runs.</summary>
    public static Guid DayOf(Guid act, DateOnly day)
    {
        Span<byte> name = stackalloc byte[20];
        act.TryWriteBytes(name);
        BitConverter.TryWriteBytes(name[16..], day.DayNumber);
        return new(SHA256.HashData(name).AsSpan(0, 16));
    }

    public void Price(UnitPrice price)
    {
        BrokenRule.When(IsCancelled, $"{Description} was cancelled.");
        BrokenRule.When(IsBilled, $"{Description} is on a bill: take it off before changing its price.");

        UnitPrice = price;
        Amount = price.Times(Quantity);
    }

    /// <summary>The act did not happen after all. A charge that is already on a bill stays there and asks for a credit.</summary>
    public void Cancel(string reason, Stamp stamp)
    {
        BrokenRule.When(IsCancelled, $"{Description} was already cancelled.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the charge is cancelled.");

        Cancelled = stamp;
        CancelReason = reason.Trim();
    }

    internal void PutOn(Bill bill) => Bill = bill;

    internal void Free() => (Bill, BillId) = (null, null);
}
