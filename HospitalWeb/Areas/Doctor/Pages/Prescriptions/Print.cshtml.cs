using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

[Requires(Permission.OpenCharts), Limited(Limit.Print)]
public sealed class PrintModel(HospitalContext db, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid patientId, [FromRoute] Guid prescriptionId, bool view) =>
        await db.PrescriptionSheetAsync(patientId, prescriptionId, orDraft: true) is { } sheet ? await desk.HandOutAsync(sheet, patientId, prescriptionId, view) : NotFound();

    /// <summary>The first printing is the original; what is printed later says that it is a copy.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid patientId, [FromRoute] Guid prescriptionId)
    {
        if (!await db.Prescriptions.AnyAsync(p => p.Id == prescriptionId && p.PatientId == patientId)) return NotFound();

        await desk.PrintOriginalAsync("Prescription", prescriptionId);
        await db.SaveChangesAsync();

        return RedirectToPage(new { patientId, prescriptionId });
    }
}
