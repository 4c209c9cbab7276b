using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Billing;

/// <summary>Something the hospital did that costs what the price list says. The description is used where the list does not know the code.</summary>
public sealed record BillableAct(ChargeSource Source, Guid SourceId, Guid PatientId, Guid? EncounterId, string ServiceCode, decimal Quantity = 1, string? Description = null);

/// <summary>
/// Raises the charge of an act, in the same save as the act: it adds and never saves. The same act cannot be charged twice, the database refuses it.
/// What the price list does not price becomes a charge without a price, which blocks its bill until somebody prices it.
/// </summary>
public sealed class Charges(HospitalContext db, FacilityClock clock)
{
    public async Task<Charge> RaiseAsync(ChargeSource source, Guid sourceId, Guid patientId, Guid? encounterId, string serviceCode, decimal quantity, Stamp stamp, string? description = null) =>
        (await RaiseAsync([new BillableAct(source, sourceId, patientId, encounterId, serviceCode, quantity, description)], stamp))[0];

    /// <summary>For what is not on the price list, such as a medicine priced by its batch; without a price it waits to be priced.</summary>
    public Task<Charge> RaiseAsync(ChargeSource source, Guid sourceId, Guid patientId, Guid? encounterId, string description, UnitPrice? unitPrice, decimal quantity, Stamp stamp) =>
        Task.FromResult(Add(Charge.For(source, sourceId, patientId, encounterId, null, description, unitPrice, quantity, stamp)));

    /// <summary>Several acts with one look at the price list.</summary>
    public async Task<List<Charge>> RaiseAsync(IReadOnlyCollection<BillableAct> acts, Stamp stamp)
    {
        var codes = acts.Select(act => act.ServiceCode).Distinct().ToList();
        var day = clock.DateOf(stamp.At);
        var list = await db.Services.On(day).Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code);

        return [.. acts.Select(act => Add(For(act, list.GetValueOrDefault(act.ServiceCode), stamp)))];
    }

    /// <summary>The act did not happen after all. Does nothing when it was never charged.</summary>
    public async Task CancelAsync(ChargeSource source, Guid sourceId, string reason, Stamp stamp)
    {
        var charge = await db.Charges.SingleOrDefaultAsync(c => c.SourceKind == source && c.SourceId == sourceId && c.CancelReason == null);
        charge?.Cancel(reason, stamp);
    }

    private static Charge For(BillableAct act, Service? service, Stamp stamp) =>
        Charge.For(act.Source, act.SourceId, act.PatientId, act.EncounterId, act.ServiceCode, act.Description ?? service?.Name ?? act.ServiceCode, service?.Price, act.Quantity, stamp);

    private Charge Add(Charge charge) => db.Charges.Add(charge).Entity;
}
