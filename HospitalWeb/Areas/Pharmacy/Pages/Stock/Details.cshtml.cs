using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Stock;

/// <summary>One medicine's batches and its ledger, whose sum is the balance.</summary>
[Requires(Permission.ManageStock)]
public sealed class DetailsModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid MedicationId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public Head Medication { get; private set; } = null!;
    public IReadOnlyList<Batch> Batches { get; private set; } = [];
    public IReadOnlyList<Movement> Ledger { get; private set; } = [];
    public string? Next { get; private set; }
    public DateOnly Today => clock.Today;
    public decimal OnHand => Batches.Sum(b => b.QuantityOnHand);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Medications.Where(m => m.Id == MedicationId)
            .Select(m => new Head(m.GenericName, m.Strength, m.Form, m.PackUnit, db.Set<StockMovement>().Where(s => s.MedicationId == m.Id).Sum(s => s.Quantity))).SingleOrDefaultAsync() is not { } medication)
            return NotFound();

        Medication = medication;
        Batches = await db.StockBatches.Where(b => b.MedicationId == MedicationId).FirstExpiredFirst()
            .Select(b => new Batch(b.Id, b.BatchNumber, b.ExpiresOn, b.QuantityOnHand, b.UnitPrice, b.Supplier)).ToListAsync();
        var movements = db.StockMovements.Where(m => m.MedicationId == MedicationId);
        var found = await movements.NewestFirst(m => m.At, TimeKey.Parse(After)).Take(PageSize + 1)
            .Select(m => new Movement(m.Id, m.At, m.By.Name, m.Kind, m.Batch.BatchNumber, m.Quantity, m.Reason)).ToListAsync();
        Ledger = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new TimeKey(Ledger[^1].At, Ledger[^1].Id).ToString() : null;
        return Page();
    }

    public sealed record Head(string Name, string Strength, HospitalWeb.Domain.Prescribing.DoseForm Form, string Unit, decimal LedgerSum);

    public sealed record Batch(Guid Id, string Number, DateOnly ExpiresOn, decimal QuantityOnHand, UnitPrice UnitPrice, string? Supplier);

    public sealed record Movement(Guid Id, DateTimeOffset At, string By, StockMovementKind Kind, string Batch, decimal Quantity, string? Reason);
}
