using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Notifications;

/// <summary>Everybody who signs in has notifications, and sees only their own.</summary>
[Authorize]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public List<Row> High { get; private set; } = [];
    public List<Row> Others { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var mine = db.Notifications.To(me.AccountId);
        if (After is null) High = await Rows(mine.Where(n => n.Severity == Severity.Critical || n.Severity == Severity.High)).Take(PageSize).ToListAsync();

        var others = mine.Where(n => n.Severity != Severity.Critical && n.Severity != Severity.High);
        if (After is >= 0 and var ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks)
        {
            var end = new DateTimeOffset(ticks, TimeSpan.Zero);
            others = others.Where(n => n.CreatedAt < end);
        }
        Others = await Rows(others).Take(PageSize + 1).ToListAsync();
        if (Others.Count <= PageSize) return;

        Others.RemoveAt(PageSize);
        Next = Others[^1].CreatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Marks everything as seen; what must be acknowledged stays.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var now = clock.Now;
        foreach (var unseen in await db.Notifications.To(me.AccountId).Where(n => n.ReadAt == null).ToListAsync()) unseen.MarkSeen(now);
        await db.SaveChangesAsync();

        TempData.Notice("All notifications are marked as seen. Critical ones stay until they are acknowledged.");
        return RedirectToPage();
    }

    // Still to be acknowledged first, then newest first.
    private static IQueryable<Row> Rows(IQueryable<Notification> notifications) => notifications
        .OrderByDescending(n => n.NeedsAcknowledgement).ThenByDescending(n => n.CreatedAt).ThenBy(n => n.Id)
        .Select(n => new Row(n.Id, n.Kind, n.Severity, n.Title, n.Body, n.Url, n.Patient == null ? null : n.Patient.ListName, n.CreatedAt, n.ReadAt != null, n.NeedsAcknowledgement,
            n.Acknowledged == null ? null : n.Acknowledged.Name, n.Acknowledged == null ? null : n.Acknowledged.At, n.ActionTaken));

    public sealed record Row(Guid Id, NotificationKind Kind, Severity Severity, string Title, string Body, string? Url, string? Patient, DateTimeOffset CreatedAt, bool IsSeen, bool NeedsAcknowledgement, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt, string? ActionTaken);
}
