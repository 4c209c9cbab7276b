using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Prescriptions;

[Requires(Permission.SeeOwnRecord)]
public sealed class DetailsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PrescriptionId { get; init; }

    public Prescription Prescription { get; private set; } = null!;
    public string Number => HumanNumber.Of(Prescription);
    public string State => PlainWords.Of(Prescription.Status, Prescription.ValidUntil, clock.Today);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Prescriptions.OwnedBy(me.PatientId).AsNoTracking().Include(p => p.Prescriber).Include(p => p.Items).SingleOrDefaultAsync(p => p.Id == PrescriptionId) is not { } prescription)
            return NotFound();

        Prescription = prescription;
        return Page();
    }
}
