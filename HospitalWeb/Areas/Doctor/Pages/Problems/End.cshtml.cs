using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Problems;

[Requires(Permission.RecordDiagnoses)]
public sealed class EndModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    public enum Ending
    {
        Resolved,
        [Display(Name = "Entered in error")] EnteredInError,
    }

    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ConditionId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Condition Problem { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Problem.Patient);

    public void OnGet() => Input.ResolvedOn = clock.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        if (Input.Ending == Ending.Resolved)
        {
            BrokenRule.When(Input.ResolvedOn is null, "Enter the day on which the problem was resolved.");
            Problem.Resolve(Input.ResolvedOn!.Value, clock.Today);
        }
        else Problem.MarkAsError(Input.Reason ?? "", me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Problem.Concept.Display} is no longer an active problem.");
        return RedirectToPage("/Problems/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Conditions.Include(c => c.Patient).SingleOrDefaultAsync(c => c.Id == ConditionId && c.PatientId == PatientId) is not { } problem)
        {
            context.Result = NotFound();
            return;
        }

        Problem = problem;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say how the problem ends.")]
        public Ending? Ending { get; set; }

        public DateOnly? ResolvedOn { get; set; }

        [StringLength(Diagnosis.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
