using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Prescriptions;

/// <summary>Hands out one medicine of a prescription, from the batches that expire first.</summary>
[Requires(Permission.DispenseMedicines)]
public sealed class DispenseModel(HospitalContext db, PrescriptionChecks checks, Dispensing dispensing, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid PrescriptionId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Prescription Prescription { get; private set; } = null!;
    public PrescriptionItem Item { get; private set; } = null!;
    public PrescriptionCheck Check { get; private set; } = null!;
    public IReadOnlyList<PanelAlert> Alerts { get; private set; } = [];
    public IReadOnlyList<StockBatch> Batches { get; private set; } = [];
    public decimal Due { get; private set; }
    public decimal Remaining { get; private set; }
    public DateOnly Today => clock.Today;
    public decimal OnShelf => Batches.Where(b => !b.HasExpired(Today)).Sum(b => b.QuantityOnHand);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Prescription.MustBeSafeToGive(Item, Check);
        await using var transaction = await db.Database.BeginTransactionAsync();
        Batches = await db.LockBatchesAsync(Item.MedicationId!.Value, [.. Input.Portions.Select(p => p.BatchId)]);
        var chosen = Input.Portions.Where(p => p.Quantity != 0).Join(Batches, p => p.BatchId, b => b.Id, (p, b) => new Portion(b, p.Quantity)).ToList();
        var dispense = Dispense.Of(Prescription, Item, Batches, chosen, Input.LaterBatchReason, Alerts.Select(a => a.Alert.Text), me.Stamp, Today);
        await dispensing.SaveAsync(dispense, Batches, PatientId, Prescription.EncounterId);
        await transaction.CommitAsync();

        TempData.Notice($"Dispensed: {MedicineLine.Quantity(dispense.Quantity, Item.QuantityUnit)} {Item.Medicine.Generic}.");
        return RedirectToPage("./Details", new { PatientId, PrescriptionId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var prescription = await db.Prescriptions.WithItems().WithPeople().SingleOrDefaultAsync(p => p.Id == PrescriptionId && p.PatientId == PatientId && p.Status != PrescriptionStatus.Draft);
        if (prescription?.Items.SingleOrDefault(i => i.Id == ItemId && i.MedicationId != null) is not { } item)
        {
            context.Result = NotFound();
            return;
        }

        (Prescription, Item, Due, Remaining) = (prescription, item, item.Due, item.Remaining);
        Check = await checks.ForAsync(PatientId, Today);
        Alerts = [.. PanelAlert.Of(prescription, Check).Where(a => a.Item is null || a.Item == item)];
        if (!(await next()).IsShown) return;

        Batches = await db.StockBatches.AsNoTracking().OnHand().Where(b => b.MedicationId == item.MedicationId).FirstExpiredFirst().ToListAsync();
        if (HttpMethods.IsGet(context.HttpContext.Request.Method)) Propose();
    }

    private void Propose()
    {
        var proposal = Fefo.Propose(Batches, Due, Today).ToDictionary(p => p.Batch.Id, p => p.Quantity);
        Input.Portions = [.. Batches.Select(b => new PortionForm { BatchId = b.Id, Quantity = proposal.GetValueOrDefault(b.Id) })];
    }

    public sealed class Form
    {
        public List<PortionForm> Portions { get; set; } = [];

        [StringLength(Dispense.ReasonMaxLength)]
        public string? LaterBatchReason { get; set; }
    }

    public sealed class PortionForm
    {
        public Guid BatchId { get; set; }
        public decimal Quantity { get; set; }
    }
}
