using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>A draft is no part of the record yet, so its author may throw it away.</summary>
[Requires(Permission.WriteNotes)]
public sealed class DiscardModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid NoteId { get; init; }

    public ClinicalNote Note { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Note.Encounter.Patient);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRule.When(!Note.IsDraft, "This note is signed and cannot be discarded. Amend it instead.");
        db.Remove(Note);
        await db.SaveChangesAsync();

        TempData.Notice("The draft is discarded.");
        return RedirectToPage("/Visits/Visit", new { patientId = PatientId, encounterId = Note.EncounterId });
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
