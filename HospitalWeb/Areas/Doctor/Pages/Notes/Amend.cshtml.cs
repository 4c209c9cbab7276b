using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>Says a signed note anew, with the reason, and signs that at once. What was signed before stays readable.</summary>
[Requires(Permission.WriteNotes)]
public sealed class AmendModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel, INotePage
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid NoteId { get; init; }

    [BindProperty]
    public SoapForm Input { get; set; } = new();

    [BindProperty, Required(ErrorMessage = "Give the reason for the amendment."), StringLength(NoteAmendment.ReasonMaxLength)]
    public string? Reason { get; set; }

    public ClinicalNote Note { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Note.Encounter.Patient);

    public void OnGet() => Input = SoapForm.Of(Note.Current);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Note.Amend(Input.ToNote(), Reason!, await db.MyselfAsync(me), clock.Today, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice("The amendment is signed. The original stays readable.");
        return RedirectToPage("/Notes/Read", new { patientId = PatientId, noteId = NoteId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.NoteAsync(PatientId, NoteId, me) is not { } note)
        {
            context.Result = NotFound();
            return;
        }

        Note = note;
        await next();
    }
}
