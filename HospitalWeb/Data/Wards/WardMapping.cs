using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Wards;

internal sealed class WardMapping : IEntityTypeConfiguration<Ward>, IEntityTypeConfiguration<Bed>
{
    public void Configure(EntityTypeBuilder<Ward> ward)
    {
        ward.Property(w => w.Name).HasMaxLength(Ward.NameMaxLength);
        ward.Property(w => w.Code).HasMaxLength(Ward.CodeMaxLength);
        ward.HasMany(w => w.Beds).WithOne(b => b.Ward).HasForeignKey(b => b.WardId);
        ward.HasIndex(w => w.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Bed> bed)
    {
        bed.Property(b => b.Label).HasMaxLength(Bed.LabelMaxLength);
        bed.Property(b => b.Reason).HasMaxLength(Bed.ReasonMaxLength);
        bed.HasIndex(b => new { b.WardId, b.Label }).IsUnique();
    }
}

public static class WardQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Ward> Wards => db.Set<Ward>();
        public DbSet<Bed> Beds => db.Set<Bed>();
    }

    extension(IQueryable<Bed> beds)
    {
        public IQueryable<Bed> Available() => beds.Where(b => b.Ward.IsActive && (b.State == BedState.Free || b.State == BedState.Reserved));
    }
}
