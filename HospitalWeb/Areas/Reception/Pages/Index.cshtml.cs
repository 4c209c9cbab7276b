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

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public DateOnly Day => Date ?? clock.Today;
    public string? DateInUrl => Date is { } date ? Words.Date(date) : null;
    public bool IsFiltered => Status != QueueFilter.All || !string.IsNullOrWhiteSpace(Q);
    public DateTimeOffset Now => clock.Now;
    public IReadOnlyDictionary<QueueFilter, int> Counts { get; private set; } = new Dictionary<QueueFilter, int>();
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var day = await db.Appointments.StartingIn(clock.StartOf(Day), clock.EndOf(Day))
            .OrderBy(a => a.StartsAt).ThenBy(a => a.Id)
            .Select(a => new Row(a.Id, a.StartsAt, a.Status, a.Reason, a.Practitioner.DisplayName, a.WalkInOn != null, a.CheckedInAt, a.Patient.GivenName, a.Patient.FamilyName,
                new(a.PatientId, a.Patient.Number, a.Patient.ListName, a.Patient.BirthDate, a.Patient.BirthDateIsEstimated, a.Patient.Sex, a.Patient.DiedAt)))
            .ToListAsync();

        var alike = Namesakes(day);
        Counts = day.GroupBy(row => row.Queue).ToDictionary(group => group.Key, group => group.Count());
        Rows = day.Where(row => (Status == QueueFilter.All || row.Queue == Status) && row.Fits(Q)).Select(row => row with { HasNamesake = alike.Contains(row.Patient.Id) }).ToList();
    }

    // Two people on one day whose names sound alike are called in for each other.
    private static HashSet<Guid> Namesakes(IEnumerable<Row> day)
    {
        var people = day.Where(row => row.Queue != QueueFilter.NotComing).DistinctBy(row => row.Patient.Id).Select(row => (row.Patient.Id, Name: row.Likeness)).ToList();
        return people.SelectMany((a, i) => people.Skip(i + 1).Where(b => a.Name.SoundsLike(b.Name)).SelectMany(b => new[] { a.Id, b.Id })).ToHashSet();
    }

    public sealed record Row(Guid Id, DateTimeOffset StartsAt, AppointmentStatus Status, AppointmentReason Reason, string Doctor, bool IsWalkIn, DateTimeOffset? CheckedInAt, string GivenName, string FamilyName, PatientLine Patient)
    {
        public bool HasNamesake { get; init; }
        public QueueFilter Queue => QueueFilters.Of(Status);
        public PatientLikeness Likeness => PatientLikeness.Of(new(FamilyName, GivenName), Birth.NotKnown, Sex.NotKnown, null, []);

        public bool Fits(string? typed) => SearchWords.Split(typed).All(word => SearchWords.Split($"{Patient.ListName} {Patient.Mrn} {Doctor}").Any(own => own.StartsWith(word, StringComparison.Ordinal)));
    }
}
