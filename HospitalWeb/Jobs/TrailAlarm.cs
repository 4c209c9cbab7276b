using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Mail;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Tells every administrator that the audit trail is not whole, once a day, by notification and by letter.</summary>
public sealed class TrailAlarm(HospitalContext db, Postman postman, FacilityClock clock)
{
    private const string Title = "The audit trail is not whole";

    public async Task RaiseAsync(string finding, CancellationToken token)
    {
        var administrators = await db.Administrators().Select(a => new { a.Id, a.Email }).ToListAsync(token);
        var letters = administrators.Select(a => new OutgoingMail { To = a.Email!, Subject = Title, Body = Letter(finding), Key = $"audit/{Words.Date(clock.Today)}/{a.Id}", QueuedAt = clock.Now }).ToList();
        var told = await db.OutgoingMails.Where(mail => letters.Select(letter => letter.Key).Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(token);
        letters.RemoveAll(letter => told.Contains(letter.Key));

        db.AddRange(letters);
        db.AddRange(administrators.Where(a => letters.Exists(letter => letter.To == a.Email)).Select(a => Notification.To(a.Id, NotificationKind.System, Severity.Critical, Title, finding, "/admin/audit/verify", null, clock.Now)));
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (AuditUnavailable)
        {
            // With the end of the trail itself changed nothing can be saved any more: the letters go out from here.
            foreach (var letter in letters) await postman.DeliverAsync(letter, token);
        }
    }

    private static string Letter(string finding) =>
        $"{finding}\n\nSomebody changed the audit trail, or the database was put back as it once was. Keep the database as it is, keep the program's log and the anchor files, and find out who had access.";
}
