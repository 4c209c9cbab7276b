using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class CreditModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public BillSummary Bill { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var amount = Money.Exactly(Input.Amount!.Value, Bill.Total.Currency);
        var credit = await db.NumberedAsync(Domain.Billing.Credit.Prefix, async number => (await db.BillWithMoneyAsync(Id)).GiveCredit(amount, Input.Reason!, number, me.Stamp));

        TempData.Notice($"{credit.HumanNumber}: {Words.Money(amount)} is no longer owed on {Bill.Name}.");
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
        [Required(ErrorMessage = "Enter the amount to credit.")]
        public decimal? Amount { get; set; }

        [Required(ErrorMessage = "Say why the bill is credited."), StringLength(Domain.Billing.Credit.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
