using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Bills;

[Requires(Permission.SeeOwnRecord), Limited(Limit.Print)]
public sealed class ReceiptModel(HospitalContext db, CurrentUser me, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, bool view) =>
        await db.Receipts.Where(r => r.Id == id && r.Bill.PatientId == me.PatientId).Sheets().AsSplitQuery().SingleOrDefaultAsync() is { } sheet
            ? await desk.HandOutAsync(sheet, me.PatientId!.Value, id, view)
            : NotFound();
}
