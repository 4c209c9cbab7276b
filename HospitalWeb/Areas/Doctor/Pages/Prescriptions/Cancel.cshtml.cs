using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>Cancels a prescription, and writes it again as a new draft if it is to be changed.</summary>
[Requires(Permission.Prescribe)]
public sealed class CancelModel(HospitalContext db, PrescriptionChecks checks, CurrentUser me, FacilityClock clock) : OnePrescription(db, checks, clock)
{
    private readonly HospitalContext db = db;
    private readonly FacilityClock clock = clock;

    [BindProperty]
    public Form Input { get; init; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Prescription.Cancel(Input.Reason!, me.Stamp);
        var again = Input.WriteAgain ? db.Prescriptions.Add(Prescription.WriteAgain(await MeAsync(), clock.Now)).Entity : null;
        await db.SaveChangesAsync();

        TempData.Notice(again is null ? $"{Number} is cancelled." : $"{Number} is cancelled. This draft takes its place.");
        return RedirectToPage("./Details", new { PatientId, PrescriptionId = again?.Id ?? PrescriptionId });
    }

    private async Task<Practitioner> MeAsync() =>
        await db.Set<Practitioner>().SingleOrDefaultAsync(p => p.Id == me.PractitionerId) ?? throw new BrokenRule("Your account belongs to no doctor. Ask an administrator to link it.");

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the prescription is cancelled."), StringLength(Prescription.ReasonMaxLength)]
        public string? Reason { get; set; }

        public bool WriteAgain { get; set; }
    }
}
