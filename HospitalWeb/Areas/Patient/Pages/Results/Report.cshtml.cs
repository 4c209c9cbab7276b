using HospitalWeb.Data;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.PatientPortal.Pages.Results;

[Requires(Permission.SeeOwnRecord), Limited(Limit.Print)]
public sealed class ReportModel(HospitalContext db, CurrentUser me, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid orderId, bool view) =>
        me.PatientId is { } patient && await db.LabReportSheetAsync(patient, orderId) is { HasResults: true } sheet ? await desk.HandOutAsync(sheet, patient, orderId, view) : NotFound();
}
