using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Prices;

[Requires(Permission.ManagePrices)]
public sealed class NewModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public string Currency => clock.Currency.Code;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var code = Input.Code!.Trim().ToUpperInvariant();
        BrokenRule.When(await db.Services.AnyAsync(s => s.Code == code), $"{code} is on the price list already.");
        db.Services.Add(new() { Code = code, Name = Input.Name!.Trim(), Price = new UnitPrice(Input.Price!.Value, clock.Currency), EffectiveFrom = clock.Today });
        await db.SaveChangesAsync();

        TempData.Notice($"{Input.Name} is on the price list.");
        return RedirectToPage("/Prices/Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter a code."), StringLength(Service.CodeMaxLength), RegularExpression("[A-Za-z0-9-]+", ErrorMessage = "A code has letters, digits and hyphens only.")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Enter the name of the service."), StringLength(Service.NameMaxLength)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter a price."), Range(0d, double.MaxValue, ErrorMessage = "A price cannot be below zero.")]
        public decimal? Price { get; set; }
    }
}
