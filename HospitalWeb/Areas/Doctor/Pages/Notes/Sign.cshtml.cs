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

[Requires(Permission.WriteNotes)]
public sealed class SignModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
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
        Note.Sign(await db.MyselfAsync(me), clock.Today, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice("The note is signed. From now on it can only be amended.");
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
