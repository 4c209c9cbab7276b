using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Diagnoses;

[Requires(Permission.RecordDiagnoses)]
public sealed class RemoveModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    [FromRoute]
    public Guid DiagnosisId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Diagnosis Diagnosis { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Diagnosis.Encounter.Patient);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Diagnosis.Void(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Diagnosis.Concept.Code} {Diagnosis.Concept.Display} is removed.");
        return RedirectToPage("/Visits/Visit", new { patientId = PatientId, encounterId = EncounterId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await db.Diagnoses.Include(d => d.Encounter).ThenInclude(e => e.Patient)
            .SingleOrDefaultAsync(d => d.Id == DiagnosisId && d.EncounterId == EncounterId && d.Encounter.PatientId == PatientId);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        Diagnosis = found;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the reason for removing the diagnosis."), StringLength(Diagnosis.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
