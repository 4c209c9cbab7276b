using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Mail;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.To).HasMaxLength(OutgoingMail.ToMaxLength);
        mail.Property(m => m.Subject).Encrypted();
        mail.Property(m => m.Body).Encrypted();
        mail.Property(m => m.Key).HasMaxLength(OutgoingMail.KeyMaxLength);
        mail.Property(m => m.Error).HasMaxLength(OutgoingMail.ErrorMaxLength);
        mail.ComplexCollection(m => m.Attachments, attachment => attachment.ToJson());
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => new { m.Status, m.NextAttemptAt });
        mail.HasIndex(m => m.QueuedAt);
    }
}

public static class OutgoingMailQueries
{
    extension(HospitalContext db)
    {
        public DbSet<OutgoingMail> OutgoingMails => db.Set<OutgoingMail>();
    }

    extension(IQueryable<OutgoingMail> mails)
    {
        public IQueryable<OutgoingMail> Due(DateTimeOffset now) => mails.Where(m => m.Status == MailStatus.Queued && (m.NextAttemptAt == null || m.NextAttemptAt <= now));

        public IQueryable<OutgoingMail> Abandoned(DateTimeOffset now)
        {
            var since = now - OutgoingMail.AnsweredWithin;
            return mails.Where(m => m.Status == MailStatus.Sending && m.ClaimedAt < since);
        }
    }
}
