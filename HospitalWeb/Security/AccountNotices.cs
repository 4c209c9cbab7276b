using HospitalWeb.Data;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Web;

namespace HospitalWeb.Security;

/// <summary>Tells the owner what happened to the account, by letter and in the program, in the save of the deed: it may not have been he who did it.</summary>
public sealed class AccountNotices(HospitalContext db, FacilityBook book, TimeProvider time)
{
    private const string Advice = "If this was not you, tell the hospital's administrator at once.";

    /// <summary>Goes to the address the account has at this moment.</summary>
    public void Tell(Account account, string whatHappened)
    {
        var now = time.GetUtcNow();
        db.Add(Notification.To(account.Id, NotificationKind.System, Severity.Medium, whatHappened, Advice, "/Identity/Account/Manage/Sessions", null, now));
        if (account.Email is not { } to) return;

        db.Add(new OutgoingMail { To = to, Subject = $"Your account at {book.Current?.Name ?? "the hospital"}", Key = $"account/{account.Id}/{Guid.NewGuid():N}", QueuedAt = now, Body = $"{whatHappened}. {Advice}" });
    }
}
