using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Payments;

[Requires(Permission.RefundPayments)]
public sealed class RefundModel(HospitalContext db, CurrentUser me, FacilityClock clock) : ShownModel
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

        var refund = await db.NumberedAsync(Refund.Prefix, async number =>
            await db.Bills.Of(PatientId, BillId).WithMoney().SingleOrDefaultAsync() is { } bill && bill.Receipts.SelectMany(r => r.Payments).SingleOrDefault(p => p.Id == Id) is { } payment
                ? bill.Refund(payment, Money.Exactly(Input.Amount!.Value, bill.Currency), Input.Reason!, number, clock.Today, me.Stamp) : null);
        if (refund is null) return NotFound();

        TempData.Notice($"{refund.HumanNumber}: give back {Words.Money(refund.Amount)} by {Words.Spaced(refund.Payment.Method.ToString()).ToLowerInvariant()}.");
        return RedirectToPage("/Bills/Show", new { PatientId, Id = BillId });
    }

    protected override async Task<bool> ReadAsync() =>
        (Payment = (await db.Payments.AsNoTracking().Where(p => p.Id == Id && p.Receipt.BillId == BillId && p.Receipt.Bill.PatientId == PatientId)
            .Select(p => new Row(p.Receipt.Number, p.Receipt.Day, p.Receipt.Bill.Patient.ListName, p.Method, p.Amount, p.Refunded)).SingleOrDefaultAsync())!) is not null;

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
