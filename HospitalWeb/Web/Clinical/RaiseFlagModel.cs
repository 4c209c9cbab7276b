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
public sealed class RaiseFlagModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var flag = PatientFlag.Raise(Patient, Input.Kind!.Value, Input.Level!.Value, Input.Text, Input.ReviewOn, me.Stamp, clock.Today);
        await db.SaveUnlessTakenAsync(PatientFlag.AlreadyActive);

        TempData.Notice($"Flag raised: {FlagTagHelper.Of(flag.Kind, flag.Text)}.");
        return RedirectToPage("/Flags/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.WithFlags().SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose what the flag is about.")]
        public FlagKind? Kind { get; set; }

        [Required(ErrorMessage = "Choose the level.")]
        public FlagLevel? Level { get; set; }

        [StringLength(PatientFlag.TextMaxLength)]
        public string? Text { get; set; }

        public DateOnly? ReviewOn { get; set; }
    }
}
