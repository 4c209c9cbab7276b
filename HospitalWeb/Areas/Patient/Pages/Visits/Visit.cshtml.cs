using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Visits;

/// <summary>What the patient takes home from a visit: what the doctor found, and what was advised, once the doctor has signed it.</summary>
[Requires(Permission.SeeOwnRecord)]
public sealed class VisitModel(HospitalContext db, CurrentUser me, ChangedNotes changes) : PageModel
{
    [FromRoute]
    public Guid EncounterId { get; init; }

    public Details Visit { get; private set; } = null!;
    public IReadOnlyList<ClinicalNote> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var visit = await db.Encounters.OfSignedIn(me.PatientId).Where(e => e.Id == EncounterId)
            .Select(e => new Details(e.PatientId, e.StartedAt, e.Class, e.ChiefComplaint, e.Practitioner!.DisplayName,
                e.Diagnoses.Where(d => d.VoidReason == null).OrderBy(d => d.Rank).Select(d => new Finding(d.Concept.Display, d.Certainty)).ToList()))
            .SingleOrDefaultAsync();
        if (visit is null) return NotFound();

        Visit = visit;
        Notes = await db.ClinicalNotes.AsNoTracking().Signed().Include(n => n.Amendments).Where(n => n.EncounterId == EncounterId).OrderBy(n => n.Author.At).ToListAsync();
        await changes.TellAsync(Notes);
        db.RecordReading(visit.PatientId, nameof(Encounter), EncounterId);
        return Page();
    }

    public sealed record Details(Guid PatientId, DateTimeOffset StartedAt, EncounterClass Class, string? ChiefComplaint, string? Doctor, List<Finding> Findings);

    public sealed record Finding(string Words, DiagnosisCertainty Certainty);
}
