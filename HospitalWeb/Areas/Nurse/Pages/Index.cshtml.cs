using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Nurse.Pages;

[Requires(Permission.RecordVitals)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int Most = 200;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(36);

    public IReadOnlyList<Row> Waiting { get; private set; } = [];
    public IReadOnlyList<Row> Measured { get; private set; } = [];
    public IReadOnlySet<Guid> Alike { get; private set; } = new HashSet<Guid>();
    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync()
    {
        var since = clock.Now - Recent;
        var vitals = db.VitalSigns.Valid();
        var rows = await db.Encounters.Open().Where(e => e.StartedAt >= since && e.Class != EncounterClass.Inpatient).MostUrgentFirst().Take(Most)
            .Select(e => new Row(e.Id, new(e.PatientId, e.Patient.Number, e.Patient.ListName, e.Patient.BirthDate, e.Patient.BirthDateIsEstimated, e.Patient.Sex, e.Patient.DiedAt),
                e.Number, e.Priority, e.TriagedAt, e.StartedAt, e.ChiefComplaint, e.Practitioner!.DisplayName,
                vitals.Where(v => v.EncounterId == e.Id).OrderByDescending(v => v.TakenAt).FirstOrDefault()))
            .ToListAsync();

        Alike = Namesakes.Among(rows.Select(row => (row.Patient.Id, row.Patient.ListName)));
        Waiting = [.. rows.Where(row => row.Vitals is null)];
        Measured = [.. rows.Where(row => row.Vitals is not null).Select(row => row with { Score = News2.Of(row.Vitals!, row.Patient.AgeAt(row.Vitals!.TakenAt, clock)) })];
    }

    public sealed record Row(Guid Id, PatientLine Patient, int Number, int Priority, DateTimeOffset? TriagedAt, DateTimeOffset ArrivedAt, string? ChiefComplaint, string? Doctor, VitalSigns? Vitals)
    {
        public News2 Score { get; init; } = new();
    }
}
