using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Stock;

/// <summary>Somebody counted: the batch gets its true quantity, the difference and its reason go to the ledger.</summary>
[Requires(Permission.ManageStock)]
public sealed class AdjustModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid BatchId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public StockBatch Batch { get; private set; } = null!;
    public decimal OnHand { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        db.StockMovements.Add(Batch.Adjust(Input.Counted!.Value - Batch.QuantityOnHand, Input.Reason!, me.Stamp));
        await db.SaveChangesAsync();

        TempData.Notice($"Batch {Batch.BatchNumber} now counts {MedicineLine.Quantity(Batch.QuantityOnHand, Batch.Medication.PackUnit)}.");
        return RedirectToPage("./Details", new { Batch.MedicationId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.StockBatches.Include(b => b.Medication).SingleOrDefaultAsync(b => b.Id == BatchId) is not { } batch)
        {
            context.Result = NotFound();
            return;
        }

        (Batch, OnHand) = (batch, batch.QuantityOnHand);
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the quantity that you counted."), Range(0d, double.MaxValue, ErrorMessage = "The counted quantity cannot be negative.")]
        public decimal? Counted { get; set; }

        [Required(ErrorMessage = "Say why the quantity is adjusted."), StringLength(StockMovement.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
