using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class VoidModel(HospitalContext db, CurrentUser me) : BillPageModel(db)
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        if (await Db.Bills.Of(PatientId, Id).Whole().AsSingleQuery().SingleOrDefaultAsync() is not { } bill) return NotFound();

        bill.Void(Input.Reason!, me.Stamp);
        await Db.SaveChangesAsync();

        return Done($"{bill.HumanNumber ?? "The draft"} is void. Its charges wait for another bill.");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the bill is void."), StringLength(Domain.Billing.Bill.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
