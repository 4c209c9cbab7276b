using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Orders;

[Requires(Permission.EnterLab), Limited(Limit.Print)]
public sealed class ReportModel(HospitalContext db, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid patientId, [FromRoute] Guid orderId, bool view) =>
        await db.LabReportSheetAsync(patientId, orderId) is { } sheet ? await desk.HandOutAsync(sheet, patientId, orderId, view) : NotFound();

    /// <summary>The first printing is the original; what is printed later says that it is a copy.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid patientId, [FromRoute] Guid orderId)
    {
        if (!await db.LabOrders.AnyAsync(o => o.Id == orderId && o.PatientId == patientId)) return NotFound();

        await desk.PrintOriginalAsync("LabReport", orderId);
        await db.SaveChangesAsync();

        return RedirectToPage(new { patientId, orderId });
    }
}
