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

        /// <summary>
        /// What is on hand of one medicine, and these batches even when they are used up, the first to expire first. Until the transaction ends nobody else takes from it:
        /// two pharmacists cannot hand out the same box.
        /// </summary>
        public Task<List<StockBatch>> LockBatchesAsync(Guid medicationId, IReadOnlyList<Guid> chosen)
        {
            var locked = db.StockBatches.FromSqlRaw(db.Database.IsSqlServer()
                ? "SELECT * FROM \"StockBatch\" WITH (UPDLOCK, ROWLOCK) WHERE \"MedicationId\" = {0}"
                : "SELECT * FROM \"StockBatch\" WHERE \"MedicationId\" = {0} ORDER BY \"Id\" FOR UPDATE", medicationId);
            return locked.Where(b => b.QuantityOnHand > 0 || chosen.Contains(b.Id)).FirstExpiredFirst().ToListAsync();
        }
    }

    extension(IQueryable<StockBatch> batches)
    {
        public IQueryable<StockBatch> OnHand() => batches.Where(b => b.QuantityOnHand > 0);

        public IQueryable<StockBatch> Usable(DateOnly today) => batches.Where(b => b.QuantityOnHand > 0 && b.ExpiresOn >= today);

        public IQueryable<StockBatch> FirstExpiredFirst() => batches.OrderBy(b => b.ExpiresOn).ThenBy(b => b.ReceivedAt).ThenBy(b => b.Id);
    }
}
