using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class NewModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public List<Charge> Charges { get; private set; } = [];

    public void OnGet() => Input.Charges = [.. Charges.Where(c => c.IsPriced).Select(c => c.Id)];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var bill = Bill.Draft(PatientId, clock.Currency, Charges.FindAll(c => Input.Charges.Contains(c.Id)), me.Stamp);
        if (Input.DiscountPercent is { } percent) bill.GiveDiscount(percent, Input.DiscountReason ?? "");
        else if (Input.DiscountAmount is { } amount) bill.GiveDiscount(Money.Exactly(amount, clock.Currency), Input.DiscountReason ?? "");
        db.Bills.Add(bill);
        await db.SaveChangesAsync();

        TempData.Notice("The bill is drafted. Check it, then issue it.");
        return RedirectToPage("/Bills/Show", new { PatientId, bill.Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Charges = await db.Charges.Open().Where(c => c.PatientId == PatientId).OrderBy(c => c.Raised.At).ToListAsync();
        if (Charges.Count == 0) context.Result = RedirectToPage("/Patients/Account", new { PatientId });
        else await next();
    }

    public sealed class Form
    {
        public List<Guid> Charges { get; set; } = [];

        [Display(Name = "Discount in percent"), Range(0d, 100d, ErrorMessage = "A discount is between 0 and 100 percent.")]
        public decimal? DiscountPercent { get; set; }

        [Display(Name = "Discount as an amount")]
        public decimal? DiscountAmount { get; set; }

        [Display(Name = "Reason for the discount"), StringLength(Bill.ReasonMaxLength)]
        public string? DiscountReason { get; set; }
    }
}
