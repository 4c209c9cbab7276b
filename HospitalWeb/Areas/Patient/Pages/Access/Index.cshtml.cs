using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Access;

/// <summary>Who else opens one's own record at the portal, and the audit trail of it in plain words: what other people did, not what the system or oneself did.</summary>
[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PerPage = 100;

    [BindProperty(SupportsGet = true)]
    public long? After { get; init; }

    public IReadOnlyList<PatientProxy> Proxies { get; private set; } = [];
    public IReadOnlyList<Day> Days { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        if (After is null) Proxies = await db.PatientProxies.AsNoTracking().ActiveFor(me.PatientId, clock.Now).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
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

    public async Task<IActionResult> OnPostEndAsync(Guid proxy)
    {
        if (await db.PatientProxies.ActiveFor(me.PatientId, clock.Now).SingleOrDefaultAsync(p => p.Id == proxy) is not { } right || !MayEnd(right)) return NotFound();

        right.End(me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice($"{right.Name} no longer opens your record.");
        return RedirectToPage();
    }

    /// <summary>Only the patient, not whoever acts for the patient.</summary>
    public bool MayEnd(PatientProxy proxy) => proxy.IsPatientsOwnWish && me.ActsFor is null;

    public sealed record Day(DateOnly Date, IReadOnlyList<Look> Looks);

    public sealed record Look(DateTimeOffset At, string Name, string Role, string Deed, int Times);
}
