using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class CreditModel(HospitalContext db, CurrentUser me) : BillPageModel(db)
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var bill = await Db.NumberedAsync(Domain.Billing.Credit.Prefix, async number =>
        {
            var bill = await Db.Bills.Of(PatientId, Id).WithMoney().SingleOrDefaultAsync();
            bill?.GiveCredit(Money.Exactly(Input.Amount!.Value, bill.Currency), Input.Reason!, number, me.Stamp);
            return bill;
        });

        return bill is null ? NotFound() : Done($"{bill.Credits[^1].HumanNumber}: {Words.Money(bill.Credits[^1].Amount)} is no longer owed on {bill.HumanNumber}.");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the amount to credit.")]
        public decimal? Amount { get; set; }

        [Required(ErrorMessage = "Say why the bill is credited."), StringLength(Domain.Billing.Credit.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
