using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

[Requires(Permission.RecordVitals)]
public sealed class MarkVitalsErrorModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid VitalsId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public VitalSigns Signs { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Signs.Patient);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Signs.MarkAsError(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice("The vitals are marked as entered in error. They stay readable and no longer count.");
        return RedirectToPage("/Vitals/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.VitalSigns.Of(PatientId).Include(v => v.Patient).SingleOrDefaultAsync(v => v.Id == VitalsId) is not { } signs)
        {
            context.Result = NotFound();
            return;
        }

        Signs = signs;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the reason."), StringLength(VitalSigns.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
