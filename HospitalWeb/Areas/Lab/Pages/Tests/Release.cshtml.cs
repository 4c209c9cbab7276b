using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Lab.Pages.Tests;

[Requires(Permission.VerifyResults)]
public sealed class ReleaseModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    public LabOrderItem Item { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Item.Order.Patient);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();

        Item.Release(me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Item.Test.Display} is released. The patient can read it.");
        return RedirectToPage("/Orders/Show", new { PatientId, Item.OrderId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LabOrderItems.AtTheBenchAsync(PatientId, ItemId) is not { } item) return false;

        Item = item;
        return true;
    }
}
