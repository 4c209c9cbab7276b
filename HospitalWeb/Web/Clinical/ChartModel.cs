using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>A patient at one glance, and everything that happened below it. Allergies stand in the banner.</summary>
[Requires(Permission.OpenCharts)]
public sealed class ChartModel(HospitalContext db, FacilityClock clock, CurrentUser me) : PageModel
{
    private const int PageSize = 25, LatestResults = 8;

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty(SupportsGet = true)]
    public TimelineKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PatientLine Patient { get; private set; } = null!;
    public VisitLine? OpenVisit { get; private set; }
    public IReadOnlyList<Problem> Problems { get; private set; } = [];
    public IReadOnlyList<CurrentMedicine> Medicines { get; private set; } = [];
    public VitalSigns? Vitals { get; private set; }
    public IReadOnlyList<Result> Results { get; private set; } = [];
    public IReadOnlyList<TimelineEvent> Events { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsDoctor => me.Can(Permission.WriteNotes) && RouteData.Values["area"] is "Doctor";
    public int? AgeAtVitals => Vitals is { } taken ? Patient.AgeAt(taken.TakenAt, clock) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        var (problems, vitals, results) = (db.Conditions.Active(), db.VitalSigns.Valid(), db.LabResults.Current());
        var head = await db.Patients.AsNoTracking().AsSingleQuery().Where(p => p.Id == PatientId).Select(p => new
        {
            Line = new PatientLine(p.Id, p.Number, p.ListName, p.BirthDate, p.BirthDateIsEstimated, p.Sex, p.DiedAt),
            Visit = db.Set<Encounter>().Where(e => e.PatientId == p.Id && e.Status == EncounterStatus.InProgress).OrderByDescending(e => e.StartedAt)
                .Select(e => new VisitLine(e.Id, e.Number, e.StartedAt, e.ChiefComplaint)).FirstOrDefault(),
            Vitals = vitals.Where(v => v.PatientId == p.Id).OrderByDescending(v => v.TakenAt).FirstOrDefault(),
            Problems = problems.Where(c => c.PatientId == p.Id).OrderByDescending(c => c.OnsetOn).Select(c => new Problem(c.Id, c.Concept.Code, c.Concept.Display, c.OnsetOn)).ToList(),
            Results = results.Where(r => r.PatientId == p.Id).OrderByDescending(r => r.CollectedAt).ThenBy(r => r.Id).Take(LatestResults)
                .Select(r => new Result(r.Analyte.Display, r.NumericValue, r.TextValue, r.Decimals, r.Unit, r.Flag, r.RangeLow, r.RangeHigh, r.CollectedAt)).ToList(),
        }).SingleOrDefaultAsync();
        if (head is null) return NotFound();

        (Patient, OpenVisit, Vitals, Problems, Results) = (head.Line, head.Visit, head.Vitals, head.Problems, head.Results);
        Medicines = await db.CurrentMedicines(PatientId, clock.Today).ToListAsync();
        var events = await db.TimelineOf(PatientId, me.AsReader, Kind, TimeKey.Parse(After)).Take(PageSize + 1).ToListAsync();
        Events = [.. await db.WithComplaintsAsync([.. events.Take(PageSize)])];
        Next = events.Count > PageSize ? new TimeKey(Events[^1].At, Events[^1].Id).ToString() : null;
        return Page();
    }

    public sealed record VisitLine(Guid Id, int Number, DateTimeOffset StartedAt, string? ChiefComplaint);

    public sealed record Problem(Guid Id, string Code, string Words, DateOnly? OnsetOn);

    public sealed record Result(string Analyte, decimal? Number, string? Text, int Decimals, string Unit, ResultFlag Flag, decimal? RangeLow, decimal? RangeHigh, DateTimeOffset CollectedAt)
    {
        public string Value => LabResult.FormatValue(Number, Text, Decimals);
    }
}
