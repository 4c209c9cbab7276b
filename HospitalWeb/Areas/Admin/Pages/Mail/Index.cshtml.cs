using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Mail;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Mail;

[Requires(Permission.SeeMail)]
public sealed class IndexModel(HospitalContext db, Postman postman) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public MailStatus? Status { get; init; }

    /// <summary>The last row of the page before: its time in ticks and its id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool HasServer => postman.HasServer;

    public async Task OnGetAsync()
    {
        var mails = db.OutgoingMails.AsQueryable();
        if (Status is { } status) mails = mails.Where(m => m.Status == status);
        if (After?.Split('_') is [var ticks, var last] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var t) && Guid.TryParse(last, out var id))
        {
            var at = new DateTimeOffset(t, TimeSpan.Zero);
            mails = mails.Where(m => m.QueuedAt < at || m.QueuedAt == at && m.Id < id);
        }

        var rows = await mails.OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new Row(m.Id, m.To, m.Subject, m.Status, m.Attempts, m.QueuedAt, m.SentAt, m.Error)).ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = string.Create(CultureInfo.InvariantCulture, $"{Rows[^1].QueuedAt.UtcTicks}_{Rows[^1].Id}");
    }

    public sealed record Row(Guid Id, string To, string Subject, MailStatus Status, int Attempts, DateTimeOffset QueuedAt, DateTimeOffset? SentAt, string? Error);
}

internal static class MailStatusKind
{
    public static string Kind(this MailStatus status) => status switch
    {
        MailStatus.Sent => "done",
        MailStatus.Failed => "critical",
        MailStatus.Unconfirmed => "warning",
        MailStatus.Lapsed => "neutral",
        _ => "waiting",
    };
}
