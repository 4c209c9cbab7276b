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

[Requires(Permission.RecordFlags)]
public sealed class ResolveFlagModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid FlagId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public PatientFlag Flag { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Flag.Resolve(Input.Reason, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"Flag resolved: {FlagTagHelper.Of(Flag.Kind, Flag.Text)}.");
        return RedirectToPage("/Flags/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var patient = await db.Patients.WithFlags().SingleOrDefaultAsync(p => p.Id == PatientId);
        if (patient?.Flags.SingleOrDefault(f => f.Id == FlagId) is not { } flag)
        {
            context.Result = NotFound();
            return;
        }

        (Patient, Flag) = (patient, flag);
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why this flag no longer holds."), StringLength(PatientFlag.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
