using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages;

[Requires(Permission.EnterReception)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public QueueFilter Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    [BindProperty(SupportsGet = true, BinderType = typeof(SealedWords))]
    public string? Q { get; set; }

    public DateOnly Day => Date ?? clock.Today;
    public string? DateInUrl => Date is { } date ? Words.Date(date) : null;
    public bool IsFiltered => Status != QueueFilter.All || !string.IsNullOrWhiteSpace(Q);
    public DateTimeOffset Now => clock.Now;
    public IReadOnlyDictionary<QueueFilter, int> Counts { get; private set; } = new Dictionary<QueueFilter, int>();
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlySet<Guid> Alike { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync()
    {
        var day = await db.Appointments.StartingIn(clock.StartOf(Day), clock.EndOf(Day))
            .OrderBy(a => a.StartsAt).ThenBy(a => a.Id)
            .Select(a => new Row(a.Id, a.StartsAt, a.Status, a.Reason, a.Practitioner.DisplayName, a.WalkInOn != null, a.CheckedInAt,
                new(a.PatientId, a.Patient.Number, a.Patient.ListName, a.Patient.BirthDate, a.Patient.BirthDateIsEstimated, a.Patient.Sex, a.Patient.DiedAt)))
            .ToListAsync();

        Alike = Namesakes.Among(day.Where(row => row.Queue != QueueFilter.NotComing).Select(row => (row.Patient.Id, row.Patient.ListName)));
        Counts = day.GroupBy(row => row.Queue).ToDictionary(group => group.Key, group => group.Count());
        Rows = day.Where(row => (Status == QueueFilter.All || row.Queue == Status) && row.Fits(Q)).ToList();
    }

    public sealed record Row(Guid Id, DateTimeOffset StartsAt, AppointmentStatus Status, AppointmentReason Reason, string Doctor, bool IsWalkIn, DateTimeOffset? CheckedInAt, PatientLine Patient)
    {
        public QueueFilter Queue => QueueFilters.Of(Status);

        public bool Fits(string? typed) => SearchWords.Split(typed).All(word => SearchWords.Split($"{Patient.ListName} {Patient.Mrn} {Doctor}").Any(own => own.StartsWith(word, StringComparison.Ordinal)));
    }
}
