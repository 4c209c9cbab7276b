using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

/// <summary>A note as it reads now, and every version that was ever signed.</summary>
[Requires(Permission.OpenCharts)]
public sealed class ReadModel(HospitalContext db, CurrentUser me, ChangedNotes changes) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid NoteId { get; init; }

    public ClinicalNote Note { get; private set; } = null!;
    public IEnumerable<NoteAmendment> NewestFirst => Note.Amendments.OrderByDescending(a => a.Number);
    public bool MaySeal => !Note.IsDraft && me.Can(Permission.WriteNotes) && (Note.Sealed is not null || IsMine);
    public bool IsMine => Note.Author.AccountId == me.AccountId && me.Can(Permission.WriteNotes);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.NoteAsync(PatientId, NoteId, me) is not { } note) return NotFound();

        Note = note;
        await changes.TellAsync([note]);
        if (note.Sealed is not null && !IsMine) db.Record(AuditAction.Read, nameof(ClinicalNote), NoteId.ToString(), PatientId, reason: "Sealed note.");
        return Page();
    }
}
