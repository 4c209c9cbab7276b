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
        var due = await db.OutgoingMails.Due(time.GetUtcNow()).OrderBy(m => m.QueuedAt).Select(m => m.Id).Take(AtMost).ToListAsync(token);
        foreach (var id in due) await SendAsync(id, token);

        foreach (var abandoned in await db.OutgoingMails.Abandoned(time.GetUtcNow()).ToListAsync(token))
            abandoned.LeaveUnconfirmed("The server stopped while it was sending this mail. Nobody knows whether it arrived.");
        await db.SaveChangesAsync(token);
    }

    private async Task SendAsync(Guid id, CancellationToken token)
    {
        db.ChangeTracker.Clear();
        var mail = await db.OutgoingMails.SingleAsync(m => m.Id == id, token);
        if (mail.Status != MailStatus.Queued || !await ClaimAsync(mail, token)) return;

        var (delivery, error) = await postman.DeliverAsync(mail, token);
        switch (delivery)
        {
            case Delivery.Accepted: mail.ConfirmSent(time.GetUtcNow()); break;
            case Delivery.Unknown: mail.LeaveUnconfirmed(error!); break;
            default: mail.Refuse(error!, delivery == Delivery.RefusedForGood, time.GetUtcNow()); break;
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<bool> ClaimAsync(OutgoingMail mail, CancellationToken token)
    {
        var claimed = mail.Claim(time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(token);
            return claimed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
