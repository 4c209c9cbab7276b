using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Stock;

/// <summary>Goods arrive: a batch with its number and expiry date, and a row in the ledger.</summary>
[Requires(Permission.ManageStock)]
public sealed class ReceiveModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid MedicationId { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Medication Medication { get; private set; } = null!;

    public void OnGet() => Input.UnitPrice = Medication.UsualPrice;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var number = Input.BatchNumber!.Trim();
        var known = await db.StockBatches.Include(b => b.Medication).SingleOrDefaultAsync(b => b.MedicationId == MedicationId && b.BatchNumber == number);
        var received = StockBatch.Receive(Medication, known, Input.Goods(number, clock.Currency), me.Stamp, clock.Today);
        BrokenRule.When(received.Batch.SellsBelowCost && !Input.BelowCost, "The selling price is below the cost price. Correct it, or tick that it is meant.");
        db.StockMovements.Add(received);
        await db.SaveChangesAsync();

        TempData.Notice($"Received: {MedicineLine.Quantity(received.Quantity, Medication.PackUnit)} of batch {number}.");
        return RedirectToPage("./Details", new { MedicationId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Medications.SingleOrDefaultAsync(m => m.Id == MedicationId) is not { } medication)
        {
            context.Result = NotFound();
            return;
        }

        Medication = medication;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the batch number that is printed on the pack."), StringLength(StockBatch.BatchNumberMaxLength)]
        public string? BatchNumber { get; set; }

        [Required(ErrorMessage = "Enter the expiry date, for example 31 12 2027.")]
        public DateOnly? ExpiresOn { get; set; }

        [Required(ErrorMessage = "Enter the quantity.")]
        public decimal? Quantity { get; set; }

        [Required(ErrorMessage = "Enter the cost price.")]
        public decimal? CostPrice { get; set; }

        [Required(ErrorMessage = "Enter the selling price.")]
        public decimal? UnitPrice { get; set; }

        [StringLength(200)]
        public string? Supplier { get; set; }

        public bool BelowCost { get; set; }

        public Delivery Goods(string number, Currency currency) =>
            new(number, ExpiresOn!.Value, Quantity!.Value, new UnitPrice(CostPrice!.Value, currency), new UnitPrice(UnitPrice!.Value, currency), Supplier);
    }
}
