using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Problems;

[Requires(Permission.RecordDiagnoses)]
public sealed class AddModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public IcdFinder Found { get; private set; } = IcdFinder.Nothing;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var code = Input.Code is { } chosen ? await db.IcdCodes.SingleOrDefaultAsync(c => c.Code == chosen) : null;
        if (code is null) ModelState.AddModelError("Input.Code", "Choose a problem from the list.");
        if (!ModelState.IsValid) return Page();

        var others = await db.Conditions.Where(c => c.PatientId == PatientId).ToListAsync();
        db.Add(Condition.Add(Patient, null, code!.ToConcept(), Input.OnsetOn, Input.Note, others, clock.Today, me.Stamp));
        await db.SaveChangesAsync();

        TempData.Notice($"{code.Title} is on the problem list.");
        return RedirectToPage("/Problems/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        if ((await next()).IsShown) Found = await IcdFinder.FindAsync(db, Q);
    }

    public sealed class Form
    {
        public string? Code { get; set; }
        public DateOnly? OnsetOn { get; set; }
        [StringLength(Condition.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
