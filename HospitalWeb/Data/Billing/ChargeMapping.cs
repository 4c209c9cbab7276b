using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Billing;

internal sealed class ChargeMapping : IEntityTypeConfiguration<Charge>
{
    public void Configure(EntityTypeBuilder<Charge> charge)
    {
        charge.Property(c => c.ServiceCode).HasMaxLength(Service.CodeMaxLength);
        charge.Property(c => c.Description).HasMaxLength(Charge.DescriptionMaxLength);
        charge.Property(c => c.CancelReason).Encrypted();
        charge.ComplexProperty(c => c.UnitPrice);
        charge.HasOne(c => c.Patient).WithMany().HasForeignKey(c => c.PatientId);
        charge.HasOne<Encounter>().WithMany().HasForeignKey(c => c.EncounterId);
        charge.HasOne(c => c.Bill).WithMany().HasForeignKey(c => c.BillId);
        charge.HasIndex(c => new { c.SourceKind, c.SourceId }).IsUnique();
        charge.HasIndex(c => c.PatientId).HasDatabaseName("IX_Charge_Open").HasFilter("\"BillId\" IS NULL AND \"CancelReason\" IS NULL");
        charge.ToTable(t => t.HasCheckConstraint("CK_Charge_Quantity", "\"Quantity\" > 0"));
    }
}

public static class ChargeQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Charge> Charges => db.Set<Charge>();
    }

    extension(IQueryable<Charge> charges)
    {
        public IQueryable<Charge> Open() => charges.Where(c => c.BillId == null && c.CancelReason == null);
    }
}
