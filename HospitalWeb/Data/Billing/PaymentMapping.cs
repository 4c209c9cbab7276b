using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Billing;

internal sealed class PaymentMapping : IEntityTypeConfiguration<Receipt>, IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.Property(r => r.VerificationCode).HasMaxLength(VerificationCode.MaxLength);
        receipt.HasMany(r => r.Payments).WithOne(p => p.Receipt).HasForeignKey(p => p.ReceiptId);
        receipt.HasIndex(r => r.Number).IsUnique();
        receipt.HasIndex(r => r.VerificationCode).IsUnique();
        receipt.HasIndex(r => r.Day);
        receipt.ToTable(t => t.HasTrigger("ReceiptStays"));
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.Property(p => p.Reference).HasMaxLength(Payment.ReferenceMaxLength);
        payment.HasMany(p => p.Refunds).WithOne(r => r.Payment).HasForeignKey(r => r.PaymentId);
        payment.ToTable(t =>
        {
            t.HasTrigger("PaymentStays");
            t.HasCheckConstraint("CK_Payment_AboveZero", "\"Amount_Amount\" > 0");
            t.HasCheckConstraint("CK_Payment_RefundedWithin", "\"Refunded_Amount\" >= 0 AND \"Refunded_Amount\" <= \"Amount_Amount\"");
            t.HasCheckConstraint("CK_Payment_Given", "\"Given_Amount\" IS NULL OR \"Given_Amount\" >= \"Amount_Amount\"");
        });
    }

    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.Property(r => r.Reason).Encrypted();
        refund.HasIndex(r => r.Number).IsUnique();
        refund.HasIndex(r => r.Day);
        refund.ToTable(t =>
        {
            t.HasTrigger("RefundStays");
            t.HasCheckConstraint("CK_Refund_AboveZero", "\"Amount_Amount\" > 0");
        });
    }
}

public static class PaymentQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Receipt> Receipts => db.Set<Receipt>();
        public DbSet<Payment> Payments => db.Set<Payment>();
        public DbSet<Refund> Refunds => db.Set<Refund>();
    }

    extension(IQueryable<Payment> payments)
    {
        public IQueryable<Payment> TakenOn(DateOnly day) => payments.Where(p => p.Receipt.Day == day);
    }

    extension(IQueryable<Refund> refunds)
    {
        public IQueryable<Refund> GivenOn(DateOnly day) => refunds.Where(r => r.Day == day);
    }
}
