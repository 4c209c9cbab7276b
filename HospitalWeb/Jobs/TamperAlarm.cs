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

/// <summary>Tells every administrator that somebody changed the database by hand, once a day for each kind of alarm, by notification and by letter.</summary>
public sealed class TamperAlarm(HospitalContext db, Postman postman, FacilityClock clock)
{
    public static readonly Cause Trail = new("audit", "The audit trail is not whole", "/admin/audit/verify",
        "Somebody changed the audit trail, or the database was put back as it once was. Keep the database as it is, keep the program's log and the anchor files, and find out who had access.");

    public static readonly Cause Fields = new("fields", "Encrypted fields were tampered with", "/admin/audit?Filter.Action=Tampered",
        "Somebody changed encrypted fields in the database, or moved them to another place. Keep the database as it is, do not trust what these records say, and find out who had access.");

    public static readonly Cause Notes = new("notes", "Signed notes were tampered with", "/admin/audit?Filter.Action=Tampered",
        "Somebody changed signed notes in the database. Keep the database as it is, do not trust what these notes say, and find out who had access.");

    public sealed record Cause(string Key, string Title, string Page, string WhatToDo);

    public async Task RaiseAsync(Cause cause, string finding, CancellationToken token)
    {
        var administrators = await db.Administrators().Select(a => new { a.Id, a.Email }).ToListAsync(token);
        var letters = administrators.Select(a => new OutgoingMail { To = a.Email!, Subject = cause.Title, Body = $"{finding}\n\n{cause.WhatToDo}", Key = $"{cause.Key}/{Words.Date(clock.Today)}/{a.Id}", QueuedAt = clock.Now }).ToList();
        var told = await db.OutgoingMails.Where(mail => letters.Select(letter => letter.Key).Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(token);
        letters.RemoveAll(letter => told.Contains(letter.Key));

        db.AddRange(letters);
        db.AddRange(administrators.Where(a => letters.Exists(letter => letter.To == a.Email)).Select(a => Notification.To(a.Id, NotificationKind.System, Severity.Critical, cause.Title, finding, cause.Page, null, clock.Now)));
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
}
