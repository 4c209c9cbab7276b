using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Confidential;

/// <summary>Protects a record, or opens it again to the usual rules.</summary>
[Requires(Permission.ProtectPatients)]
public sealed class ChangeModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty, Required(ErrorMessage = "Say why."), StringLength(Patient.ProtectionReasonMaxLength)]
    public string? Reason { get; set; }

    public Patient Patient { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Patient.Protect(!Patient.IsConfidential, Reason, me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice(Patient.IsConfidential ? "The record is confidential now." : "The record is open to the usual rules again.");
        return RedirectToPage("/Patients/Chart", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        await next();
    }
}
