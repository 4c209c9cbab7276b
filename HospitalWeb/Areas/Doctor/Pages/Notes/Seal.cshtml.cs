using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>The author closes a note to others; the author, or who has a right to sealed notes, opens it again.</summary>
[Requires(Permission.WriteNotes)]
public sealed class SealModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid NoteId { get; init; }

    [BindProperty, StringLength(ClinicalNote.SealReasonMaxLength)]
    public string? Reason { get; set; }

    public ClinicalNote Note { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Note.Encounter.Patient);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        Note.Seal(Reason ?? "", me.Stamp);
        return await SavedAsync("The note is sealed. Only you and those with a right to sealed notes know of it.");
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        Note.OpenSeal();
        return await SavedAsync("The seal is open. Everybody who treats the patient reads the note again.");
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

    private async Task<IActionResult> SavedAsync(string notice)
    {
        await db.SaveChangesAsync();
        TempData.Notice(notice);
        return RedirectToPage("/Notes/Read", new { PatientId, NoteId });
    }
}
