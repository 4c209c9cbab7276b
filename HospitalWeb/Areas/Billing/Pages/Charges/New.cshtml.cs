using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Charges;

[Requires(Permission.IssueBills)]
public sealed class NewModel(HospitalContext db, Data.Billing.Charges charges, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public List<SelectListItem> Services { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var charge = Input.Service is { Length: > 0 } code
            ? await charges.RaiseAsync(ChargeSource.Manual, Guid.NewGuid(), PatientId, null, code, Input.Quantity!.Value, me.Stamp)
            : await charges.RaiseAsync(ChargeSource.Manual, Guid.NewGuid(), PatientId, null, Input.Description ?? "", Input.Price is { } price ? new UnitPrice(price, clock.Currency) : null, Input.Quantity!.Value, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{charge.Description} is on the account.");
        return RedirectToPage("/Patients/Account", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await db.Patients.AnyAsync(p => p.Id == PatientId))
        {
            context.Result = NotFound();
            return;
        }

        var list = await db.Services.On(clock.Today).OrderBy(s => s.Name).Select(s => new { s.Code, s.Name, s.Price }).ToListAsync();
        Services = [.. list.Select(s => new SelectListItem($"{s.Name} ({(s.Price is { } price ? Words.Money(price.Times(1)) : "not priced")})", s.Code))];
        await next();
    }

    public sealed class Form
    {
        public string? Service { get; set; }

        [StringLength(Charge.DescriptionMaxLength)]
        public string? Description { get; set; }

        [Display(Name = "Price of one"), Range(0d, double.MaxValue, ErrorMessage = "A price cannot be below zero.")]
        public decimal? Price { get; set; }

        [Required(ErrorMessage = "Enter a quantity above zero."), Range(0.0001, double.MaxValue, ErrorMessage = "Enter a quantity above zero.")]
        public decimal? Quantity { get; set; } = 1;
    }
}
