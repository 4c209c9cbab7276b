using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Pharmacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Pharmacy;

internal sealed class DispenseMapping : IEntityTypeConfiguration<Dispense>
{
    public void Configure(EntityTypeBuilder<Dispense> dispense)
    {
        dispense.Property(d => d.LaterBatchReason).Encrypted();
        dispense.ComplexCollection(d => d.Portions, portions => portions.ToJson());
        dispense.HasOne(d => d.Prescription).WithMany().HasForeignKey(d => d.PrescriptionId);
        dispense.HasOne(d => d.Item).WithMany().HasForeignKey(d => d.ItemId);
        dispense.PrimitiveCollection(d => d.Alerts).ElementType(alert => alert.HasMaxLength(SafetyAlert.TextMaxLength));
        dispense.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Dispense_Quantity", "\"Quantity\" > 0");
            t.HasTrigger("DispenseStays");
        });
    }
}

public static class DispenseQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Dispense> Dispenses => db.Set<Dispense>();
    }
}
