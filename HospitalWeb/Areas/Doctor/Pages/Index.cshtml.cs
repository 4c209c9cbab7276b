using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages;

/// <summary>Who waits for this doctor, by true priority and then by arrival; below, who is still expected today and who is done.</summary>
[Requires(Permission.OpenCharts)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int Most = 200;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(36);

    public IReadOnlyList<Row> Here { get; private set; } = [];
    public IReadOnlyList<Row> Done { get; private set; } = [];
    public IReadOnlyList<Expected> Booked { get; private set; } = [];
    public IReadOnlySet<Guid> Alike { get; private set; } = new HashSet<Guid>();
    public DateTimeOffset Now => clock.Now;
    public DateOnly Today => clock.Today;

    public async Task OnGetAsync()
    {
        var (since, start, end) = (clock.Now - Recent, clock.StartOf(clock.Today), clock.EndOf(clock.Today));
        var vitals = db.VitalSigns.Valid();
        var drafts = db.ClinicalNotes.Drafts();
        var mine = await db.Encounters
            .Where(e => e.PractitionerId == me.PractitionerId && e.PractitionerId != null || e.PractitionerId == null && e.Class == EncounterClass.Emergency)
            .Where(e => e.Status == EncounterStatus.InProgress && e.Class != EncounterClass.Inpatient && e.StartedAt >= since || e.Status == EncounterStatus.Completed && e.EndedAt >= start)
            .MostUrgentFirst().Take(Most)
            .Select(e => new Row(e.Id, new(e.PatientId, e.Patient.Number, e.Patient.ListName, e.Patient.BirthDate, e.Patient.BirthDateIsEstimated, e.Patient.Sex, e.Patient.DiedAt),
                e.Number, e.Status, e.Priority, e.TriagedAt, e.StartedAt, e.EndedAt, e.ChiefComplaint, e.PractitionerId == null, drafts.Any(n => n.EncounterId == e.Id),
                vitals.Where(v => v.EncounterId == e.Id).OrderByDescending(v => v.TakenAt).FirstOrDefault()))
            .ToListAsync();

        Here = [.. mine.Where(row => row.Status == EncounterStatus.InProgress).Select(row => row with { Score = row.Vitals is { } v ? News2.Of(v, row.Patient.AgeAt(v.TakenAt, clock)) : null })];
        Done = [.. mine.Where(row => row.Status == EncounterStatus.Completed).OrderByDescending(row => row.EndedAt)];
        Booked = await db.Appointments.StartingIn(start, end).Upcoming().Where(a => a.PractitionerId == me.PractitionerId)
            .OrderBy(a => a.StartsAt).ThenBy(a => a.Id)
            .Select(a => new Expected(a.Id, a.StartsAt, a.Reason, a.ReasonText, new(a.PatientId, a.Patient.Number, a.Patient.ListName, a.Patient.BirthDate, a.Patient.BirthDateIsEstimated, a.Patient.Sex, a.Patient.DiedAt)))
            .ToListAsync();
        Alike = Namesakes.Among(Here.Select(row => row.Patient).Concat(Booked.Select(row => row.Patient)).Select(patient => (patient.Id, patient.ListName)));
    }

    public sealed record Row(Guid Id, PatientLine Patient, int Number, EncounterStatus Status, int Priority, DateTimeOffset? TriagedAt, DateTimeOffset ArrivedAt, DateTimeOffset? EndedAt, string? ChiefComplaint, bool IsAnybodys, bool HasDraft, VitalSigns? Vitals)
    {
        public News2? Score { get; init; }
    }

    public sealed record Expected(Guid Id, DateTimeOffset StartsAt, AppointmentReason Reason, string? ReasonText, PatientLine Patient);
}
