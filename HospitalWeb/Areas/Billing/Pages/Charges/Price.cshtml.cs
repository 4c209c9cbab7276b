using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Charges;

[Requires(Permission.IssueBills)]
public sealed class PriceModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Charge Charge { get; private set; } = null!;
    public string Currency => clock.Currency.Code;

    public void OnGet() => Input.Price = Charge.UnitPrice?.Amount;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Charge.Price(new(Input.Price!.Value, clock.Currency));
        await db.SaveChangesAsync();

        TempData.Notice($"{Charge.Description} now costs {Words.Money(Charge.Amount!.Value)}.");
        return RedirectToPage("/Patients/Account", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Charges.SingleOrDefaultAsync(c => c.Id == Id && c.PatientId == PatientId) is { } charge)
        {
            Charge = charge;
            await next();
        }
        else context.Result = NotFound();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter what one costs."), Range(0d, double.MaxValue, ErrorMessage = "A price cannot be below zero."), Display(Name = "Price of one")]
        public decimal? Price { get; set; }
    }
}
