using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Access;

/// <summary>The audit trail of one's own record in plain words: what other people did, not what the system or oneself did.</summary>
[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PerPage = 100;

    [BindProperty(SupportsGet = true)]
    public long? After { get; init; }

    public IReadOnlyList<Day> Days { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var entries = db.AuditEntries.AsNoTracking().OfPatient(me.PatientId).Where(e => e.AccountId != null && e.AccountId != me.AccountId && e.Outcome == AuditOutcome.Success);
        if (After is { } after) entries = entries.Where(e => e.Sequence < after);
        var found = await entries.OrderByDescending(e => e.Sequence).Take(PerPage + 1).Select(e => new { e.Sequence, e.At, e.AccountName, e.Roles, e.Action, e.EntityType, e.Path, InEmergency = e.Reason != null && e.Reason.StartsWith(AuditEntry.InEmergency) }).ToListAsync();
        var shown = found.Take(PerPage).ToList();
        Days = [.. from e in shown
                   group e by clock.DateOf(e.At) into day
                   select new Day(day.Key, [.. from e in day
                                               group e by (e.AccountName, e.Roles, Deed: AccessWords.Of(e.Action, e.EntityType, e.Path, e.InEmergency)) into same
                                               let latest = same.First()
                                               select new Look(latest.At, same.Key.AccountName, AccessWords.Roles(same.Key.Roles), same.Key.Deed, same.Count())])];
        if (found.Count > PerPage) Next = shown[^1].Sequence.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Day(DateOnly Date, IReadOnlyList<Look> Looks);

    public sealed record Look(DateTimeOffset At, string Name, string Role, string Deed, int Times);
}
