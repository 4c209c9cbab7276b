using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Pharmacy;

/// <summary>
/// Takes a dispense off the shelf: batches, ledger, dispense and charge in one transaction. The database counts the shelf down
/// only while enough is there, so that two pharmacists cannot hand out the same box.
/// </summary>
public sealed class Dispensing(HospitalContext db, Charges charges)
{
    public async Task SaveAsync(Dispense dispense, IReadOnlyCollection<StockBatch> batches, Guid patientId, Guid? encounterId)
    {
        db.Dispenses.Add(dispense);
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Always in the same order, so that two dispensers never wait for each other.
        foreach (var portion in dispense.Portions.OrderBy(p => p.BatchId))
        {
            await TakeAsync(portion, dispense.Item.QuantityUnit);
            var batch = batches.Single(b => b.Id == portion.BatchId);
            db.StockMovements.Add(new() { Batch = batch, Medication = batch.Medication, Kind = StockMovementKind.Dispensed, Quantity = -portion.Quantity, DispenseId = dispense.Id, At = dispense.At, By = dispense.By });
        }

        await ChargeAsync(dispense, batches, patientId, encounterId);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task TakeAsync(DispensedPortion portion, string? unit)
    {
        var taken = await db.StockBatches.Where(b => b.Id == portion.BatchId && b.QuantityOnHand >= portion.Quantity)
            .ExecuteUpdateAsync(set => set
                .SetProperty(b => b.QuantityOnHand, b => b.QuantityOnHand - portion.Quantity)
                .SetProperty(b => EF.Property<Guid>(b, VersionStamp.Name), Guid.NewGuid()));
        if (taken == 1) return;

        var left = await db.StockBatches.Where(b => b.Id == portion.BatchId).Select(b => b.QuantityOnHand).SingleAsync();
        throw new BrokenRule(Dispense.OnlyLeft(portion.BatchNumber, left, unit));
    }

    // Batches may differ in price: then the line carries the sum.
    private Task<Charge> ChargeAsync(Dispense dispense, IReadOnlyCollection<StockBatch> batches, Guid patientId, Guid? encounterId)
    {
        var prices = dispense.Portions.Select(p => batches.Single(b => b.Id == p.BatchId).UnitPrice).Distinct().ToList();
        var description = $"{dispense.Item.Medicine.Generic} {dispense.Item.Medicine.Strength}, {MedicineLine.Number(dispense.Quantity)} {dispense.Item.QuantityUnit}";
        return prices.Count == 1
            ? charges.RaiseAsync(ChargeSource.Dispense, dispense.Id, patientId, encounterId, description, prices[0], dispense.Quantity, dispense.By)
            : charges.RaiseAsync(ChargeSource.Dispense, dispense.Id, patientId, encounterId, description, (UnitPrice)dispense.Price, 1, dispense.By);
    }
}
