using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[Requires(Permission.AdmitPatients)]
public sealed class CancelModel(HospitalContext db, CurrentUser me, BedDayCharges bedDays) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid AdmissionId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Admission Admission { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Admission.Patient);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        var stamp = me.Stamp;
        var hasSignedNotes = await db.ClinicalNotes.Signed().AnyAsync(n => n.EncounterId == Admission.EncounterId);
        Admission.Cancel(Input.Reason!, hasSignedNotes, stamp);
        await bedDays.CancelAsync(Admission, $"The admission was cancelled: {Admission.CancelReason}", stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The admission of {Admission.Patient.ListName} is cancelled. The bed waits to be cleaned.");
        return RedirectToPage("/Index");
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Admissions.WithStays().SingleOrDefaultAsync(a => a.Id == AdmissionId && a.PatientId == PatientId) is not { } admission) return false;

        Admission = admission;
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the admission is cancelled."), StringLength(400)]
        public string? Reason { get; set; }
    }
}
