using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

/// <summary>One visit and what was done at it; from here its note is written, its diagnoses are made and it is completed.</summary>
[Requires(Permission.OpenCharts)]
public sealed class VisitModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    public Details Visit { get; private set; } = null!;
    public VitalSigns? Vitals { get; private set; }
    public IReadOnlyList<Note> Notes { get; private set; } = [];
    public IReadOnlyList<Finding> Diagnoses { get; private set; } = [];
    public bool IsOpen => Visit.Status == EncounterStatus.InProgress;
    public bool MayWrite => IsOpen && me.Can(Permission.WriteNotes);
    public bool MayDiagnose => IsOpen && me.Can(Permission.RecordDiagnoses);
    public int? AgeAtVitals => Vitals is { } taken ? Visit.Patient.AgeAt(taken.TakenAt, clock) : null;

    public bool IsMine(Note note) => note.AuthorId == me.AccountId;

    public async Task<IActionResult> OnGetAsync()
    {
        var taken = db.VitalSigns.AsNoTracking().Valid();
        var found = await db.Encounters.AsNoTracking().Of(PatientId).Where(e => e.Id == EncounterId)
            .Select(e => new { Vitals = taken.Where(v => v.EncounterId == e.Id).OrderByDescending(v => v.TakenAt).FirstOrDefault(), Details = new Details(e.Number, new(e.PatientId, e.Patient.Number, e.Patient.ListName, e.Patient.BirthDate, e.Patient.BirthDateIsEstimated, e.Patient.Sex, e.Patient.DiedAt),
                e.Class, e.Status, e.Priority, e.TriagedAt, e.StartedAt, e.EndedAt, e.ChiefComplaint, e.CancelReason, e.Practitioner!.DisplayName, e.ImportedFrom != null, e.TookPlaceAt!.Name) })
            .SingleOrDefaultAsync();
        if (found is null) return NotFound();

        (Visit, Vitals) = (found.Details, found.Vitals);
        Notes = await db.ClinicalNotes.ReadableBy(me.AsReader).Where(n => n.EncounterId == EncounterId)
            .OrderBy(n => n.Author.At).Select(n => new Note(n.Id, n.Author.AccountId, n.Author.Name, n.Status, n.Author.At, n.Signed, n.Sealed != null)).ToListAsync();
        Diagnoses = await db.Diagnoses.Where(d => d.EncounterId == EncounterId).OrderBy(d => d.Rank).ThenBy(d => d.Recorded.At)
            .Select(d => new Finding(d.Id, d.Concept.Code, d.Concept.Display, d.Rank, d.Certainty, d.VoidReason)).ToListAsync();
        return Page();
    }

    public sealed record Details(int Number, PatientLine Patient, EncounterClass Class, EncounterStatus Status, int Priority, DateTimeOffset? TriagedAt, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? ChiefComplaint, string? CancelReason, string? Doctor, bool IsImported, string? Place);

    public sealed record Note(Guid Id, Guid AuthorId, string Author, NoteStatus Status, DateTimeOffset BegunAt, Stamp? Signed, bool IsSealed);

    public sealed record Finding(Guid Id, string Code, string Words, DiagnosisRank Rank, DiagnosisCertainty Certainty, string? VoidReason);
}
