using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.TakePayments)]
public sealed class PayModel(HospitalContext db, CurrentUser me, FacilityClock clock) : BillPageModel(db)
{
    private const int Methods = 3;

    [BindProperty]
    public Form Input { get; init; } = new();

    public void OnGet()
    {
        Input.Parts = [.. Enumerable.Range(0, Methods).Select(_ => new Part())];
        Input.Parts[0].Amount = Bill.Balance.Amount;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var receipt = await Db.NumberedAsync(Receipt.Prefix, async number =>
            await Db.Bills.Of(PatientId, Id).WithMoney().SingleOrDefaultAsync() is { } bill ? bill.Take(Input.Tenders(bill.Currency), number, clock.Today, me.Stamp) : null);
        if (receipt is null) return NotFound();

        var currency = receipt.Payments[0].Amount.Currency;
        var change = receipt.Payments.Select(p => p.Change ?? Money.Zero(currency)).Total(currency);
        return Done($"{receipt.HumanNumber}: {Words.Money(receipt.Total(currency))} received." + (change.IsPositive ? $" Change {Words.Money(change)}." : ""));
    }

    public sealed class Form
    {
        public List<Part> Parts { get; set; } = [];

        public List<Tender> Tenders(Currency currency) => Parts.FindAll(part => part.Amount is not null).ConvertAll(part => part.Tender(currency));
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
