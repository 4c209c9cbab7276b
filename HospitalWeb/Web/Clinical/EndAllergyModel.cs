using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

[Requires(Permission.RecordAllergies)]
public sealed class EndAllergyModel(HospitalContext db, CurrentUser me) : PageModel
{
    public enum Ending
    {
        [Display(Name = "No longer active")] Inactive,
        [Display(Name = "Entered in error")] EnteredInError,
    }

    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid AllergyId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public Allergy Allergy { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        if (Input.Ending == Ending.Inactive) Allergy.MakeInactive(Input.Reason!, me.Stamp);
        else Allergy.MarkEnteredInError(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The allergy to {Allergy.Text} is ended.");
        return RedirectToPage("/Allergies/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var patient = await db.Patients.WithAllergies().SingleOrDefaultAsync(p => p.Id == PatientId);
        if (patient?.Allergies.SingleOrDefault(a => a.Id == AllergyId) is not { } allergy)
        {
            context.Result = NotFound();
            return;
        }

        (Patient, Allergy) = (patient, allergy);
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say how the allergy ends.")]
        public Ending? Ending { get; set; }

        [Required(ErrorMessage = "Say why this allergy no longer counts."), StringLength(Allergy.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
