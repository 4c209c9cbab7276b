using System.Globalization;
using System.Text.RegularExpressions;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

[Requires(Permission.SeeAudit), Limited(Limit.Search)]
public sealed partial class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; init; } = new();

    [BindProperty(SupportsGet = true)]
    public AuditColumn Sort { get; init; }

    [BindProperty(SupportsGet = true)]
    public bool Up { get; init; }

    /// <summary>The entry that the page before ended with, whatever it was sorted by: entries never change.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        if (!ModelState.IsValid) return;

        var entries = await db.SortedAsync(await Filter.EntriesAsync(db, clock), Sort, Up, After);
        var patients = db.Patients;
        var rows = await entries.Take(PageSize + 1)
            .Select(e => new Row(e.Sequence, e.At, e.AccountName, e.Roles, e.Action, e.EntityType, e.PatientId == null ? null : patients.Where(p => p.Id == e.PatientId).Select(p => (int?)p.Number).FirstOrDefault(), e.Path, e.Outcome, e.Severity))
            .ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = Rows[^1].Sequence.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>This list sorted by the column, the other way round when it is so already.</summary>
    public string SortedBy(AuditColumn column) => QueryHelpers.AddQueryString(Request.Path, Request.Query
        .Where(part => part.Key.ToUpperInvariant() is not ("AFTER" or "SORT" or "UP")).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value))
        .Append(new("Sort", column.ToString())).Append(new("Up", (Sort == column && !Up).ToString())));

    public string? Direction(AuditColumn column) => Sort != column ? null : Up ? "ascending" : "descending";

    public sealed record Row(long Sequence, DateTimeOffset At, string AccountName, string Roles, AuditAction Action, string EntityType, int? PatientNumber, string Path, AuditOutcome Outcome, AuditSeverity Severity)
    {
        /// <summary>Which page, without the long ids of what it was about.</summary>
        public string Where => Ids().Replace(Path, "…");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
