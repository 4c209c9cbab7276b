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

namespace HospitalWeb.Areas.Billing.Pages.Prices;

[Requires(Permission.ManagePrices)]
public sealed class ChangeModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public string Code { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Every line of this service, the latest first.</summary>
    public List<Service> History { get; private set; } = [];
    public string Currency => clock.Currency.Code;
    public DateOnly Today => clock.Today;

    public void OnGet() => Input.From = clock.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var before = History.Find(s => s.EffectiveFrom <= Input.From) ?? History[^1];
        db.Services.Add(before.PricedFrom(Input.From!.Value, new(Input.Price!.Value, clock.Currency), clock.Today));
        await db.SaveChangesAsync();

        TempData.Notice($"{before.Name} costs {Input.Price} {Currency} from {Words.Date(Input.From.Value)}.");
        return RedirectToPage("/Prices/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        History = await db.Services.Where(s => s.Code == Code).OrderByDescending(s => s.EffectiveFrom).AsNoTracking().ToListAsync();
        if (History.Count == 0) context.Result = NotFound();
        else await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the new price."), Range(0d, double.MaxValue, ErrorMessage = "A price cannot be below zero."), Display(Name = "New price")]
        public decimal? Price { get; set; }

        [Required(ErrorMessage = "Enter the day from which the price holds."), Display(Name = "From")]
        public DateOnly? From { get; set; }
    }
}
