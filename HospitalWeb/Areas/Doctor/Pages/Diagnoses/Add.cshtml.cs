using System.ComponentModel.DataAnnotations;
using HospitalWeb.Areas.Doctor.Pages.Visits;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Diagnoses;

/// <summary>Searches the ICD-10 and records the chosen line as a diagnosis of the visit; on request on the problem list too.</summary>
[Requires(Permission.RecordDiagnoses)]
public sealed class AddModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Encounter Visit { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Visit.Patient);
    public IcdFinder Found { get; private set; } = IcdFinder.Nothing;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var code = Input.Code is { } chosen ? await db.IcdCodes.SingleOrDefaultAsync(c => c.Code == chosen) : null;
        if (code is null) ModelState.AddModelError("Input.Code", "Choose a diagnosis from the list.");
        if (!ModelState.IsValid) return Page();

        Visit.Diagnose(code!.ToConcept(), Input.Certainty, Input.IsPrimary, me.Stamp);
        if (Input.AddToProblems)
        {
            var others = await db.Conditions.Where(c => c.PatientId == PatientId).ToListAsync();
            db.Add(Condition.Add(Visit.Patient, Visit, code.ToConcept(), clock.Today, null, others, clock.Today, me.Stamp));
        }
        await db.SaveChangesAsync();

        TempData.Notice($"{code.Code} {code.Title} is recorded.");
        return RedirectToPage("/Visits/Visit", new { patientId = PatientId, encounterId = EncounterId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Visit(PatientId, EncounterId).Include(v => v.Diagnoses).SingleOrDefaultAsync() is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        if ((await next()).IsShown) Found = await IcdFinder.FindAsync(db, Q);
    }

    public sealed class Form
    {
        public string? Code { get; set; }
        public DiagnosisCertainty Certainty { get; set; } = DiagnosisCertainty.Confirmed;
        [Display(Name = "Primary diagnosis of this visit")]
        public bool IsPrimary { get; set; }
        [Display(Name = "Put it on the problem list too")]
        public bool AddToProblems { get; set; }
    }
}
