using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[Requires(Permission.DischargePatients)]
public sealed class DischargeModel(HospitalContext db, CurrentUser me, FacilityClock clock, BedDayCharges bedDays) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid AdmissionId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Admission Admission { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Admission.Patient);
    public IReadOnlyList<Blocker> Blockers { get; private set; } = [];
    /// <summary>Whoever answers for the beds may let a patient go with something open.</summary>
    public bool MayOverride => me.Can(Permission.ManageBeds);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        var stamp = me.Stamp;
        Admission.DischargeTo(Input.Destination!.Value, Input.Summary!, DischargeGate.Pass(Blockers, MayOverride, Input.OverrideReason), stamp);
        await bedDays.RaiseAsync(Admission, clock.Today, clock.DateOf, stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Admission.Patient.ListName} is discharged. The bed waits to be cleaned.");
        return RedirectToPage("/Admissions/Show", new { PatientId, AdmissionId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LeavingAsync(PatientId, AdmissionId) is not { } leaving) return false;

        (Admission, Blockers) = leaving;
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say where the patient goes.")]
        public Destination? Destination { get; set; }

        [Required(ErrorMessage = "Write a discharge summary."), StringLength(Discharge.SummaryMaxLength)]
        public string? Summary { get; set; }

        [StringLength(500)]
        public string? OverrideReason { get; set; }
    }
}
