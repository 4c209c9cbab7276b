using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Takes away notifications whose time is over. What must be acknowledged has no such time until it is.</summary>
public sealed class NotificationExpiry(HospitalContext db, TimeProvider time) : IHospitalJob
{
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken token)
    {
        db.AuditInBulk(AuditAction.Delete, "Expired notifications");
        while (await db.Notifications.Expired(time.GetUtcNow()).OrderBy(n => n.ExpiresAt).Take(AtOnce).ToListAsync(token) is { Count: > 0 } expired)
        {
            db.RemoveRange(expired);
            await db.SaveChangesAsync(token);
        }
    }
}
