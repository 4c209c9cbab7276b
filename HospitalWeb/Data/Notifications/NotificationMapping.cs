using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.Property(n => n.Severity).HasConversion<int>();
        notification.Property(n => n.Title).Encrypted();
        notification.Property(n => n.Body).Encrypted();
        notification.Property(n => n.Url).HasMaxLength(Notification.UrlMaxLength);
        notification.Property(n => n.ActionTaken).Encrypted();
        notification.HasOne(n => n.Patient).WithMany().HasForeignKey(n => n.PatientId);
        notification.HasIndex(n => new { n.AccountId, n.CreatedAt, n.Id });
        notification.HasIndex(n => n.ExpiresAt).HasFilter("\"ExpiresAt\" IS NOT NULL");
    }
}

public static class NotificationQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();
    }

    extension(IQueryable<Notification> notifications)
    {
        public IQueryable<Notification> To(Guid accountId) => notifications.Where(n => n.AccountId == accountId);

        /// <summary>What the bell counts: not yet seen, or critical and not yet acknowledged.</summary>
        public IQueryable<Notification> Unhandled() => notifications.Where(n => n.ReadAt == null || n.NeedsAcknowledgement);

        /// <summary>Of high priority and not yet handled; the rest is everything else.</summary>
        public IQueryable<Notification> Urgent() => notifications.Unhandled().Where(n => n.Severity == Severity.Critical || n.Severity == Severity.High);

        public IQueryable<Notification> Rest() => notifications.Where(n => n.Severity != Severity.Critical && n.Severity != Severity.High || n.ReadAt != null && !n.NeedsAcknowledgement);

        /// <summary>Past their time. What must be acknowledged has none until it is.</summary>
        public IQueryable<Notification> Expired(DateTimeOffset now) => notifications.Where(n => n.ExpiresAt < now);
    }
}
