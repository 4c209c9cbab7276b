using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>The last look before signing: for whom, every medicine in full, every check.</summary>
[Requires(Permission.Prescribe)]
public sealed class SignModel(HospitalContext db, PrescriptionChecks checks, CurrentUser me, FacilityClock clock) : OnePrescription(db, checks, clock)
{
    private readonly HospitalContext db = db;

    [BindProperty]
    public Form Input { get; init; } = new();

    public bool NeedsHand => Check.MustBeDoneByHand(Prescription);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Prescription.MustBeOf(me.PractitionerId);
        Prescription.Sign(Check, Input.CheckedByHand, Input.Urgency, Input.Note, me.Stamp, Today);
        await db.SaveChangesAsync();

        TempData.Notice($"{Number} is signed and stands in the pharmacy's queue.");
        return RedirectToPage("./Details", new { PatientId, PrescriptionId });
    }

    public sealed class Form
    {
        public DispenseUrgency Urgency { get; set; } = DispenseUrgency.Routine;

        [StringLength(Prescription.NoteMaxLength)]
        public string? Note { get; set; }

        public bool CheckedByHand { get; set; }
    }
}
