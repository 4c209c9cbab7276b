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

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.TakePayments)]
public sealed class PayModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int Methods = 3;

    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public BillSummary Bill { get; private set; } = null!;

    public void OnGet()
    {
        Input.Parts = [.. Enumerable.Range(0, Methods).Select(_ => new Part())];
        Input.Parts[0].Amount = Bill.Balance.Amount;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var tenders = Input.Parts.FindAll(part => part.Amount is not null).ConvertAll(part => part.Tender(Bill.Total.Currency));
        var receipt = await db.NumberedAsync(Receipt.Prefix, async number => (await db.BillWithMoneyAsync(Id)).Take(tenders, number, clock.Today, me.Stamp));

        var change = receipt.Payments.Select(p => p.Change ?? Money.Zero(Bill.Total.Currency)).Total(Bill.Total.Currency);
        TempData.Notice($"{receipt.HumanNumber}: {Words.Money(receipt.Total(Bill.Total.Currency))} received." + (change.IsPositive ? $" Change {Words.Money(change)}." : ""));
        return RedirectToPage("/Bills/Show", new { PatientId, Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.BillOfPatientAsync(PatientId, Id) is { } bill)
        {
            Bill = bill;
            await next();
        }
        else context.Result = NotFound();
    }

    public sealed class Form
    {
        public List<Part> Parts { get; set; } = [];
    }

    public sealed class Part
    {
        public PaymentMethod Method { get; set; }

        [Display(Name = "Amount")]
        public decimal? Amount { get; set; }

        [Display(Name = "Cash given")]
        public decimal? Given { get; set; }

        [StringLength(Payment.ReferenceMaxLength)]
        public string? Reference { get; set; }

        public Tender Tender(Currency currency) => new(Method, Money.Exactly(Amount ?? 0, currency), Given is { } given ? Money.Exactly(given, currency) : null, Reference);
    }
}
