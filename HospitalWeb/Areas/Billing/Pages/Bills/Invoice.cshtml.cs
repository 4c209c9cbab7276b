using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.EnterBilling), Limited(Limit.Print)]
public sealed class InvoiceModel(HospitalContext db, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid patientId, [FromRoute] Guid id, bool view) =>
        await db.Bills.Where(b => b.Id == id && b.PatientId == patientId).Sheets().AsSplitQuery().SingleOrDefaultAsync() is { } invoice
            ? await desk.HandOutAsync(invoice, patientId, id, view)
            : NotFound();
}
