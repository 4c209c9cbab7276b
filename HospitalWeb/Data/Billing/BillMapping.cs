using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Billing;

internal sealed class BillMapping : IEntityTypeConfiguration<Bill>, IEntityTypeConfiguration<BillLine>, IEntityTypeConfiguration<Credit>
{
    public void Configure(EntityTypeBuilder<Bill> bill)
    {
        bill.Property(b => b.VerificationCode).HasMaxLength(VerificationCode.MaxLength);
        bill.Property(b => b.DiscountReason).Encrypted();
        bill.Property(b => b.VoidReason).Encrypted();
        bill.HasOne(b => b.Patient).WithMany().HasForeignKey(b => b.PatientId);
        bill.HasMany(b => b.Lines).WithOne().HasForeignKey("BillId").IsRequired();
        bill.HasMany(b => b.Receipts).WithOne(r => r.Bill).HasForeignKey(r => r.BillId);
        bill.HasMany(b => b.Credits).WithOne().HasForeignKey(c => c.BillId);
        bill.HasIndex(b => b.PatientId);
        bill.HasIndex(b => b.Number).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        bill.HasIndex(b => b.VerificationCode).IsUnique().HasFilter("\"VerificationCode\" IS NOT NULL");
        bill.ToTable(t =>
        {
            t.HasTrigger("BillStaysAsIssued");
            t.HasCheckConstraint("CK_Bill_NeverOverpaid", "\"Paid_Amount\" + \"Credited_Amount\" <= \"Total_Amount\"");
            t.HasCheckConstraint("CK_Bill_NothingBelowZero", "\"Paid_Amount\" >= 0 AND \"Credited_Amount\" >= 0 AND \"Total_Amount\" >= 0");
            t.HasCheckConstraint("CK_Bill_VoidOnlyUnpaid", "\"VoidReason\" IS NULL OR \"Paid_Amount\" = 0");
        });
    }

    public void Configure(EntityTypeBuilder<BillLine> line)
    {
        line.Property(l => l.Description).HasMaxLength(Charge.DescriptionMaxLength);
        line.ComplexProperty(l => l.UnitPrice);
        line.HasOne(l => l.Charge).WithMany().HasForeignKey(l => l.ChargeId);
        line.ToTable(t =>
        {
            t.HasTrigger("BillLineStaysAsIssued");
            t.HasCheckConstraint("CK_BillLine_Discount", "\"Discount_Amount\" >= 0 AND (\"Amount_Amount\" IS NULL OR \"Discount_Amount\" <= \"Amount_Amount\")");
        });
    }

    public void Configure(EntityTypeBuilder<Credit> credit)
    {
        credit.Property(c => c.Reason).Encrypted();
        credit.HasIndex(c => c.Number).IsUnique();
        credit.ToTable(t =>
        {
            t.HasTrigger("CreditStays");
            t.HasCheckConstraint("CK_Credit_AboveZero", "\"Amount_Amount\" > 0");
        });
    }
}

public static class BillQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Bill> Bills => db.Set<Bill>();
        public DbSet<BillLine> BillLines => db.Set<BillLine>();
    }

    extension(IQueryable<Bill> bills)
    {
        public IQueryable<Bill> Of(Guid patientId, Guid id) => bills.Where(b => b.Id == id && b.PatientId == patientId);

        public IQueryable<Bill> Issued() => bills.Where(b => b.Number != null);

        public IQueryable<Bill> Unpaid() => bills.Where(b => b.Number != null && b.VoidReason == null && b.Paid.Amount + b.Credited.Amount < b.Total.Amount);

        public IQueryable<Bill> Drafts() => bills.Where(b => b.Number == null && b.VoidReason == null);

        /// <summary>A bill with everything its rules look at.</summary>
        public IQueryable<Bill> Whole() => bills.Include(b => b.Lines.OrderBy(l => l.Position)).ThenInclude(l => l.Charge).WithMoney();

        public IQueryable<Bill> WithMoney() => bills.Include(b => b.Credits).Include(b => b.Receipts).ThenInclude(r => r.Payments).ThenInclude(p => p.Refunds);
    }
}
