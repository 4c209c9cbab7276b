using System.ComponentModel.DataAnnotations;
using HospitalWeb.Areas.Billing.Pages.Bills;
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

namespace HospitalWeb.Areas.Billing.Pages.Payments;

[Requires(Permission.RefundPayments)]
public sealed class RefundModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid BillId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Row Payment { get; private set; } = null!;

    public void OnGet() => Input.Amount = Payment.Refundable.Amount;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var amount = Money.Exactly(Input.Amount!.Value, Payment.Amount.Currency);
        var refund = await db.NumberedAsync(Refund.Prefix, async number =>
        {
            var bill = await db.BillWithMoneyAsync(BillId);
            var payment = bill.Receipts.SelectMany(r => r.Payments).Single(p => p.Id == Id);
            return bill.Refund(payment, amount, Input.Reason!, number, clock.Today, me.Stamp);
        });

        TempData.Notice($"{refund.HumanNumber}: give back {Words.Money(amount)} by {Words.Spaced(Payment.Method.ToString()).ToLowerInvariant()}.");
        return RedirectToPage("/Bills/Show", new { PatientId, Id = BillId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var payment = await db.Payments.AsNoTracking().Where(p => p.Id == Id && p.Receipt.BillId == BillId && p.Receipt.Bill.PatientId == PatientId)
            .Select(p => new Row(p.Receipt.Number, p.Receipt.Day, p.Receipt.Bill.Patient.ListName, p.Method, p.Amount, p.Refunded)).SingleOrDefaultAsync();
        if (payment is null)
        {
            context.Result = NotFound();
            return;
        }

        Payment = payment;
        await next();
    }

    public sealed record Row(int ReceiptNumber, DateOnly Day, string Patient, PaymentMethod Method, Money Amount, Money Refunded)
    {
        public Money Refundable => Amount - Refunded;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the amount to give back.")]
        public decimal? Amount { get; set; }

        [Required(ErrorMessage = "Say why the money is given back."), StringLength(Refund.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
