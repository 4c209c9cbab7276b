using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Receipts;

[Requires(Permission.EnterBilling), Limited(Limit.Print)]
public sealed class ReceiptModel(HospitalContext db, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid patientId, [FromRoute] Guid id, bool view) =>
        await db.Receipts.Where(r => r.Id == id && r.Bill.PatientId == patientId).Sheets().AsSplitQuery().SingleOrDefaultAsync() is { } receipt
            ? await desk.HandOutAsync(receipt, patientId, id, view)
            : NotFound();

    /// <summary>The first printing is the original; what is printed later says that it is a copy.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid patientId, [FromRoute] Guid id)
    {
        if (!await db.Receipts.AnyAsync(r => r.Id == id && r.Bill.PatientId == patientId)) return NotFound();

        await desk.PrintOriginalAsync("Receipt", id);
        await db.SaveChangesAsync();

        return RedirectToPage(new { patientId, id });
    }
}
