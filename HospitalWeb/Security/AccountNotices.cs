using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>Tells the owner what happened to the account, by letter and in the program, in the save of the deed: it may not have been he who did it.</summary>
public sealed class AccountNotices(HospitalContext db, FacilityBook book, TimeProvider time)
{
    private const string Advice = "If this was not you, tell the hospital's administrator at once.";

    /// <summary>In the moment that one more failure has closed the account, and not at the failures after it.</summary>
    public async Task TellOfLockAsync(Guid id)
    {
        if (await db.SignInTries.SingleOrDefaultAsync(t => t.Id == id && t.Failed == SignInTries.FreeTries) is not { } tries) return;

        var key = $"lock/{id}/{tries.LastAt.UtcTicks}";
        if (!await db.OutgoingMails.AnyAsync(m => m.Key == key)) Tell(await db.Users.SingleAsync(a => a.Id == id), "Your account is closed for 5 minutes after too many tries to sign in", key);
    }

    /// <summary>The first sign-in of all is no news, and neither is one on a device that was used in the last 90 days.</summary>
    public async Task TellOfDeviceAsync(Guid session)
    {
        var begun = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == session);
        if (begun is null) return;

        var earlier = await db.Sessions.Where(s => s.AccountId == begun.AccountId && s.StartedAt < begun.StartedAt).Select(s => s.Device).Distinct().ToListAsync();
        var words = DeviceWords.Of(begun.Device);
        if (earlier.Count == 0 || earlier.Exists(device => DeviceWords.Of(device) == words)) return;

        Tell(await db.Users.SingleAsync(a => a.Id == begun.AccountId), $"Somebody signed in to your account on a new device: {words}");
        await db.SaveChangesAsync();
    }

    /// <summary>Goes to the address the account has at this moment.</summary>
    public void Tell(Account account, string whatHappened, string? key = null)
    {
        var now = time.GetUtcNow();
        db.Add(Notification.To(account.Id, NotificationKind.System, Severity.Medium, whatHappened, Advice, "/Identity/Account/Manage/Sessions", null, now));
        if (account.Email is not { } to) return;

        db.Add(new OutgoingMail { To = to, Subject = $"Your account at {book.Current?.Name ?? "the hospital"}", Key = key ?? $"account/{account.Id}/{Guid.NewGuid():N}", QueuedAt = now, Body = $"{whatHappened}. {Advice}" });
    }
}
