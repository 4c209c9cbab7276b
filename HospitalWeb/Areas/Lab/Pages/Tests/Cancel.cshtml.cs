using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Lab.Pages.Tests;

[Requires(Permission.EnterResults)]
public sealed class CancelModel(HospitalContext db, CurrentUser me, Charges charges) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public LabOrderItem Item { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Item.Order.Patient);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        var stamp = me.Stamp;
        Item.Cancel(Input.Reason!, stamp);
        await charges.CancelAsync(ChargeSource.LabTest, Item.ChargedAs, $"{Item.Test.Display} was cancelled: {Item.Reason}", stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Item.Test.Display} is cancelled.");
        return RedirectToPage("/Orders/Show", new { PatientId, Item.OrderId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LabOrderItems.AtTheBenchAsync(PatientId, ItemId) is not { } item) return false;

        Item = item;
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the test is cancelled."), StringLength(LabOrderItem.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
