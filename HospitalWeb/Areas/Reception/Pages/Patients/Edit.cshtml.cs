using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Patients;

[Requires(Permission.RegisterPatients)]
public sealed class EditModel(HospitalContext db, FacilityClock clock) : PageModel, IAsksDemographics
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Demographics Input { get; set; } = new();

    public Patient Patient { get; private set; } = null!;

    public void OnGet() => Input = Demographics.Of(Patient, clock.Today);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Patient.Rename(Input.Name);
        Patient.CorrectBirth(KeepsEstimate ? new(Patient.BirthDate, true) : Input.BirthOn(clock.Today), Input.Sex!.Value);
        Patient.Reach(Input.Phone, Input.Email, Input.Address);
        Patient.NameContacts(Input.Contacts.Concat(Patient.Contacts.Skip(1)));
        Patient.Language = Input.Language;
        await db.SaveChangesAsync();

        TempData.Notice($"The details of {Patient.ListName} are saved.");
        return RedirectToPage("/Patients/Details", new { PatientId });
    }

    private bool KeepsEstimate => Patient.BirthDateIsEstimated && Input.BirthDate is null && Input.Age == Patient.AgeOn(clock.Today);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.WithSearchTerms().SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        ViewData["PatientName"] = patient.ListName;
        await next();
    }
}
