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
public sealed class InvoiceModel(HospitalContext db, CurrentUser me, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, bool view) =>
        await db.Bills.Where(b => b.Id == id && b.PatientId == me.PatientId && b.Number != null).Sheets().AsSplitQuery().SingleOrDefaultAsync() is { } sheet
            ? await desk.HandOutAsync(sheet, me.PatientId!.Value, id, view)
            : NotFound();
}
