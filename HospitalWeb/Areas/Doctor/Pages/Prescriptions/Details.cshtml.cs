using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>One prescription: a draft with its checks, or what was signed.</summary>
[Requires(Permission.OpenCharts)]
public sealed class DetailsModel(HospitalContext db, PrescriptionChecks checks, CurrentUser me, FacilityClock clock) : OnePrescription(db, checks, clock)
{
    private readonly HospitalContext db = db;

    public bool IsMine => Prescription.PrescriberId == me.PractitionerId && me.Can(Permission.Prescribe);
    public bool MayCancel => me.Can(Permission.Prescribe) && (Prescription.IsDraft || Prescription.IsOpen);

    public void OnGet() { }

    [AlsoRequires(Permission.Prescribe)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid itemId)
    {
        if (Prescription.Items.SingleOrDefault(i => i.Id == itemId) is not { } item) return NotFound();

        Prescription.MustBeOf(me.PractitionerId);
        Prescription.Remove(item);
        db.Remove(item);
        await db.SaveChangesAsync();

        TempData.Notice($"{item.Medicine.Generic} is taken off the prescription.");
        return RedirectToPage(new { PatientId, PrescriptionId });
    }
}
