using HospitalWeb.Data;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Mail;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Sends what waits in the outbox, oldest first. A letter is claimed before it is sent, so that no other server sends it too.</summary>
public sealed class SendMail(HospitalContext db, Postman postman, TimeProvider time) : IHospitalJob
{
    private const int AtMost = 100;

    public async Task RunAsync(CancellationToken token)
    {
        foreach (var id in await db.OutgoingMails.Due(time.GetUtcNow()).OrderBy(m => m.QueuedAt).Select(m => m.Id).Take(AtMost).ToListAsync(token))
            await SendAsync(id, token);

        foreach (var id in await db.OutgoingMails.Abandoned(time.GetUtcNow()).Select(m => m.Id).ToListAsync(token))
            await TakeAsync(id, MailStatus.Sending, mail => mail.LeaveUnconfirmed("The server stopped while it was sending this mail. Nobody knows whether it arrived."), token);
    }

    private async Task SendAsync(Guid id, CancellationToken token)
    {
        if (await TakeAsync(id, MailStatus.Queued, mail => mail.Claim(time.GetUtcNow()), token) is not { Status: MailStatus.Sending } mail) return;

        var (delivery, error) = await postman.DeliverAsync(mail, token);
        switch (delivery)
        {
            case Delivery.Accepted: mail.ConfirmSent(time.GetUtcNow()); break;
            case Delivery.Unknown: mail.LeaveUnconfirmed(error!); break;
            default: mail.Refuse(error!, delivery == Delivery.RefusedForGood, time.GetUtcNow()); break;
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Changes the letter if it still is as it was found; null when another server was quicker.</summary>
    private async Task<OutgoingMail?> TakeAsync(Guid id, MailStatus expected, Action<OutgoingMail> change, CancellationToken token)
    {
        db.ChangeTracker.Clear();
        var mail = await db.OutgoingMails.SingleAsync(m => m.Id == id, token);
        if (mail.Status != expected) return null;

        change(mail);
        try
        {
            await db.SaveChangesAsync(token);
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}
