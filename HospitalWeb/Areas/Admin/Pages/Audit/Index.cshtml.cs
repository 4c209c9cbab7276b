using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

[Requires(Permission.SeeAudit)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Form Filter { get; init; } = new();

    [BindProperty(SupportsGet = true)]
    public long? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        if (!ModelState.IsValid) return;

        var entries = await FilteredAsync();
        if (After is { } after) entries = entries.Where(e => e.Sequence < after);
        var patients = db.Patients;
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(PageSize + 1)
            .Select(e => new Row(e.Sequence, e.At, e.AccountName, e.Roles, e.Action, e.EntityType, e.PatientId == null ? null : patients.Where(p => p.Id == e.PatientId).Select(p => (int?)p.Number).FirstOrDefault(), e.Path, e.Outcome))
            .ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = Rows[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<IQueryable<AuditEntry>> FilteredAsync()
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Filter.Action is { } action) entries = entries.Where(e => e.Action == action);
        if (Filter.From is { } from) entries = entries.Where(e => e.At >= clock.StartOf(from));
        if (Filter.Until is { } until) entries = entries.Where(e => e.At < clock.EndOf(until));
        if (Filter.Patient is { Length: > 0 } patient)
        {
            var number = HumanNumber.Parse(Patient.Prefix, patient);
            var id = await db.Patients.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() ?? Guid.Empty;
            entries = entries.Where(e => e.PatientId == id);
        }

        if (Filter.User is { Length: > 0 } user)
        {
            var email = user.Trim().ToUpperInvariant();
            var id = await db.Users.Where(a => a.NormalizedEmail == email).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() ?? Guid.Empty;
            entries = entries.Where(e => e.AccountId == id);
        }

        return entries;
    }

    public sealed class Form
    {
        public string? Patient { get; set; }
        public string? User { get; set; }
        public AuditAction? Action { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }

        public bool IsEmpty => this is { Patient: null, User: null, Action: null, From: null, Until: null };
        public string InWords => string.Join(" and ", new[]
        {
            Patient is null ? null : $"patient {Patient}", User is null ? null : $"account {User}", Action is { } action ? $"action {Words.Of(action).ToLowerInvariant()}" : null,
            From is { } from ? $"from {Words.Date(from)}" : null, Until is { } until ? $"until {Words.Date(until)}" : null,
        }.OfType<string>());
    }

    public sealed record Row(long Sequence, DateTimeOffset At, string AccountName, string Roles, AuditAction Action, string EntityType, int? PatientNumber, string Path, AuditOutcome Outcome);
}
