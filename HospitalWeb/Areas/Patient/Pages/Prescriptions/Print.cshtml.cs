using HospitalWeb.Data;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.PatientPortal.Pages.Prescriptions;

[Requires(Permission.SeeOwnRecord), Limited(Limit.Print)]
public sealed class PrintModel(HospitalContext db, CurrentUser me, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid prescriptionId, bool view) =>
        me.PatientId is { } patient && await db.PrescriptionSheetAsync(patient, prescriptionId) is { } sheet ? await desk.HandOutAsync(sheet, patient, prescriptionId, view) : NotFound();
}
