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
    public string? After { get; set; }

    /// <summary>Of high priority and not yet seen or answered: what does not fit moves up as these are handled.</summary>
    public List<Row> Urgent { get; private set; } = [];
    public List<Row> Others { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var mine = db.Notifications.To(me.AccountId);
        if (After is null) Urgent = await Rows(mine.Urgent().OrderByDescending(n => n.NeedsAcknowledgement).ThenByDescending(n => n.CreatedAt).ThenBy(n => n.Id)).Take(PageSize).ToListAsync();

        Others = await Rows(mine.Rest().NewestFirst(n => n.CreatedAt, TimeKey.Parse(After))).Take(PageSize + 1).ToListAsync();
        if (Others.Count <= PageSize) return;

        Others.RemoveAt(PageSize);
        Next = new TimeKey(Others[^1].CreatedAt, Others[^1].Id).ToString();
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

    private static IQueryable<Row> Rows(IQueryable<Notification> notifications) => notifications
        .Select(n => new Row(n.Id, n.Kind, n.Severity, n.Title, n.Body, n.Url, n.Patient == null ? null : n.Patient.ListName, n.CreatedAt, n.ReadAt != null, n.NeedsAcknowledgement,
            n.Acknowledged == null ? null : n.Acknowledged.Name, n.Acknowledged == null ? null : n.Acknowledged.At, n.ActionTaken));

    public sealed record Row(Guid Id, NotificationKind Kind, Severity Severity, string Title, string Body, string? Url, string? Patient, DateTimeOffset CreatedAt, bool IsSeen, bool NeedsAcknowledgement, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt, string? ActionTaken);
}
