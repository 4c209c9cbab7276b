using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Prescriptions;

[Requires(Permission.DispenseMedicines), Limited(Limit.Print)]
public sealed class PrintModel(HospitalContext db, PrintDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid patientId, [FromRoute] Guid prescriptionId, bool view) =>
        await db.PrescriptionSheetAsync(patientId, prescriptionId) is { } sheet ? await desk.HandOutAsync(sheet, patientId, prescriptionId, view) : NotFound();

    /// <summary>The first printing is the original; what is printed later says that it is a copy.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid patientId, [FromRoute] Guid prescriptionId)
    {
        if (!await db.Prescriptions.OwnedBy(patientId).AnyAsync(p => p.Id == prescriptionId)) return NotFound();

        await desk.PrintOriginalAsync("Prescription", prescriptionId);
        await db.SaveChangesAsync();

        return RedirectToPage(new { patientId, prescriptionId });
    }
}
