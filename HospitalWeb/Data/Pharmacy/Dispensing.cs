using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Data.Pharmacy;

/// <summary>Takes a dispense off the shelf: batches, ledger, dispense and charge in one save. Whoever chose from the shelf holds it, see LockBatchesAsync.</summary>
public sealed class Dispensing(HospitalContext db, Charges charges)
{
    public async Task SaveAsync(Dispense dispense, IReadOnlyCollection<StockBatch> batches, Guid patientId, Guid? encounterId)
    {
        db.Dispenses.Add(dispense);
        db.StockMovements.AddRange(dispense.Portions.Select(portion => batches.Single(b => b.Id == portion.BatchId).Give(portion.Quantity, dispense)));
        await ChargeAsync(dispense, batches, patientId, encounterId);
        await db.SaveChangesAsync();
    }

    // Batches may differ in price: then the line carries the sum.
    private Task<Charge> ChargeAsync(Dispense dispense, IReadOnlyCollection<StockBatch> batches, Guid patientId, Guid? encounterId)
    {
        var prices = dispense.Portions.Select(p => batches.Single(b => b.Id == p.BatchId).UnitPrice).Distinct().ToList();
        var description = $"{dispense.Item.Medicine.Generic} {dispense.Item.Medicine.Strength}, {MedicineLine.Quantity(dispense.Quantity, dispense.Item.QuantityUnit)}";
        return prices.Count == 1
            ? charges.RaiseAsync(ChargeSource.Dispense, dispense.Id, patientId, encounterId, description, prices[0], dispense.Quantity, dispense.By)
            : charges.RaiseAsync(ChargeSource.Dispense, dispense.Id, patientId, encounterId, description, (UnitPrice)dispense.Price, 1, dispense.By);
    }
}
