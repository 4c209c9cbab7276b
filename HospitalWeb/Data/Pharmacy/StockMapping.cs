using HospitalWeb.Domain.Pharmacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Pharmacy;

internal sealed class StockMapping : IEntityTypeConfiguration<StockBatch>, IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockBatch> batch)
    {
        batch.Property(b => b.BatchNumber).HasMaxLength(StockBatch.BatchNumberMaxLength);
        batch.ComplexProperty(b => b.CostPrice);
        batch.ComplexProperty(b => b.UnitPrice);
        batch.HasOne(b => b.Medication).WithMany().HasForeignKey(b => b.MedicationId);
        batch.HasIndex(b => new { b.MedicationId, b.BatchNumber }).IsUnique();
        batch.HasIndex(b => b.ExpiresOn).HasFilter("\"QuantityOnHand\" > 0");
        batch.ToTable(t => t.HasCheckConstraint("CK_StockBatch_NeverNegative", "\"QuantityOnHand\" >= 0"));
    }

    public void Configure(EntityTypeBuilder<StockMovement> movement)
    {
        movement.Property(m => m.Reason).HasMaxLength(StockMovement.ReasonMaxLength);
        movement.HasOne(m => m.Batch).WithMany().HasForeignKey(m => m.BatchId);
        movement.HasOne(m => m.Medication).WithMany().HasForeignKey(m => m.MedicationId);
        movement.HasOne<Dispense>().WithMany().HasForeignKey(m => m.DispenseId);
        movement.HasIndex(m => new { m.MedicationId, m.At });
        movement.ToTable(t => t.HasTrigger("StockMovementStays"));
    }
}

public static class StockQueries
{
    extension(HospitalContext db)
    {
        public DbSet<StockBatch> StockBatches => db.Set<StockBatch>();
        public DbSet<StockMovement> StockMovements => db.Set<StockMovement>();
    }

    extension(IQueryable<StockBatch> batches)
    {
        public IQueryable<StockBatch> OnHand() => batches.Where(b => b.QuantityOnHand > 0);

        public IQueryable<StockBatch> Usable(DateOnly today) => batches.Where(b => b.QuantityOnHand > 0 && b.ExpiresOn >= today);

        public IQueryable<StockBatch> FirstExpiredFirst() => batches.OrderBy(b => b.ExpiresOn).ThenBy(b => b.ReceivedAt).ThenBy(b => b.Id);
    }
}
