using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using HospitalWeb.Areas.Doctor.Pages.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>The author's draft of a visit's note. The first save begins the consultation.</summary>
[Requires(Permission.WriteNotes)]
public sealed class WriteModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel, INotePage
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    [BindProperty]
    public SoapForm Input { get; set; } = new();

    /// <summary>The version of the draft that the form was made from; a save over a newer one is refused.</summary>
    [BindProperty]
    public Guid? DraftVersion { get; set; }

    public Encounter Visit { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Visit.Patient);

    private ClinicalNote? draft;

    public void OnGet()
    {
        Input = SoapForm.Of((draft ?? ClinicalNote.Begin(Visit, me.Stamp)).Content);
        DraftVersion = draft is null ? null : db.Entry(draft).Property<Guid>("Version").CurrentValue;
    }

    public async Task<IActionResult> OnPostAsync(string? then)
    {
        if (!ModelState.IsValid) return Page();

        await SaveAsync();
        if (then == "sign") return RedirectToPage("/Notes/Sign", new { patientId = PatientId, noteId = draft!.Id });
        TempData.Notice("Draft saved. Nobody but you sees it until you sign it.");
        return RedirectToPage("/Notes/Write", new { patientId = PatientId, encounterId = EncounterId });
    }

    /// <summary>The same while typing, for the script of the page: it says when it was saved, and which version the next save is made from.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync()
    {
        if (!ModelState.IsValid) return Page();

        await SaveAsync();
        return new JsonResult(new { at = Words.TimeToTheSecond(clock.Local(clock.Now)), version = db.Entry(draft!).Property<Guid>("Version").CurrentValue });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.VisitAsync(PatientId, EncounterId) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        // Two tabs that begin at one moment leave two.
        draft = await db.ClinicalNotes.Drafts().Where(n => n.EncounterId == EncounterId && n.Author.AccountId == me.AccountId).OrderBy(n => n.Author.At).FirstOrDefaultAsync();
        await next();
    }

    private async Task SaveAsync()
    {
        if (draft is null) await BeginAsync();
        else db.Entry(draft).Property<Guid>("Version").OriginalValue = DraftVersion ?? Guid.Empty;
        draft!.Write(Input.ToNote(), me.Stamp);
        await db.SaveChangesAsync();
    }

    private async Task BeginAsync()
    {
        db.Add(draft = ClinicalNote.Begin(Visit, me.Stamp));
        if (Visit.Practitioner is null) Visit.TakeOver(await db.MyselfAsync(me));
        if (Visit.AppointmentId is { } id && await db.Appointments.SingleOrDefaultAsync(a => a.Id == id && a.Status == AppointmentStatus.CheckedIn) is { } appointment) appointment.Start();
    }
}
