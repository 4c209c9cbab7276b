using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Laboratory;

internal sealed class LabOrderMapping : IEntityTypeConfiguration<LabOrder>, IEntityTypeConfiguration<LabOrderItem>, IEntityTypeConfiguration<Specimen>
{
    public void Configure(EntityTypeBuilder<LabOrder> order)
    {
        order.Property(o => o.Urgency).HasConversion<int>();
        order.Property(o => o.ClinicalNotes).Encrypted();
        order.Property(o => o.VerificationCode).HasMaxLength(VerificationCode.MaxLength);
        order.HasIndex(o => o.VerificationCode).IsUnique();
        order.HasMany(o => o.Items).WithOne(i => i.Order).HasForeignKey(i => i.OrderId);
        order.HasMany(o => o.Specimens).WithOne(s => s.Order).HasForeignKey(s => s.OrderId);
    }

    public void Configure(EntityTypeBuilder<LabOrderItem> item)
    {
        item.Property(i => i.Urgency).HasConversion<int>();
        item.Property(i => i.Reason).Encrypted();
        item.HasOne(i => i.Specimen).WithMany(s => s.Items).HasForeignKey(i => i.SpecimenId);
        item.HasOne(i => i.RecollectionOf).WithMany().HasForeignKey(i => i.RecollectionOfId);
        item.HasMany(i => i.Results).WithOne(r => r.Item).HasForeignKey(r => r.ItemId);
        item.HasIndex(i => new { i.Status, i.Urgency, i.OrderedAt, i.Id });
    }

    public void Configure(EntityTypeBuilder<Specimen> specimen) => specimen.Property(s => s.RejectionReason).Encrypted();
}

public static class LabOrderQueries
{
    extension(HospitalContext db)
    {
        public DbSet<LabOrder> LabOrders => db.Set<LabOrder>();
        public DbSet<LabOrderItem> LabOrderItems => db.Set<LabOrderItem>();
        public DbSet<Specimen> Specimens => db.Set<Specimen>();
    }

    extension(IQueryable<LabOrderItem> items)
    {
        public IQueryable<LabOrderItem> In(params LabItemStatus[] states) => items.Where(i => states.Contains(i.Status));

        public IQueryable<LabOrderItem> Behind(WorklistKey? end) => end is null ? items : items.Where(i =>
            i.Urgency > end.Urgency || i.Urgency == end.Urgency && (i.OrderedAt > end.OrderedAt || i.OrderedAt == end.OrderedAt && i.Id.CompareTo(end.Id) > 0));

        /// <summary>As the bench works them: stat first, then by the time they have waited.</summary>
        public IOrderedQueryable<LabOrderItem> StatFirst() => items.OrderBy(i => i.Urgency).ThenBy(i => i.OrderedAt).ThenBy(i => i.Id);

        public IQueryable<LabOrderItem> WithEverything() => items
            .Include(i => i.Order).ThenInclude(o => o.Patient)
            .Include(i => i.Order).ThenInclude(o => o.Encounter)
            .Include(i => i.LabTest!).ThenInclude(t => t.Analytes.OrderBy(a => a.Position))
            .Include(i => i.Specimen)
            .Include(i => i.Results);

        public Task<LabOrderItem?> AtTheBenchAsync(Guid patientId, Guid itemId) => items.WithEverything().SingleOrDefaultAsync(i => i.Id == itemId && i.Order.PatientId == patientId);
    }

    extension(IQueryable<Specimen> specimens)
    {
        public Task<Specimen?> AtTheBenchAsync(Guid patientId, Guid specimenId) => specimens
            .Include(s => s.Order).ThenInclude(o => o.Patient)
            .Include(s => s.Items).ThenInclude(i => i.LabTest)
            .SingleOrDefaultAsync(s => s.Id == specimenId && s.Order.PatientId == patientId);
    }
}
