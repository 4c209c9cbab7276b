using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Wards;

internal sealed class WardMapping : IEntityTypeConfiguration<Ward>, IEntityTypeConfiguration<Bed>, IEntityTypeConfiguration<WardDuty>
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

    public void Configure(EntityTypeBuilder<WardDuty> duty)
    {
        duty.HasKey(d => new { d.PractitionerId, d.WardId });
        duty.HasOne(d => d.Practitioner).WithMany().HasForeignKey(d => d.PractitionerId);
        duty.HasOne(d => d.Ward).WithMany().HasForeignKey(d => d.WardId);
    }
}

public static class WardQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Ward> Wards => db.Set<Ward>();
        public DbSet<Bed> Beds => db.Set<Bed>();
        public DbSet<WardDuty> WardDuties => db.Set<WardDuty>();
    }

    extension(IQueryable<Bed> beds)
    {
        public IQueryable<Bed> Available() => beds.Where(b => b.Ward.IsActive && (b.State == BedState.Free || b.State == BedState.Reserved));
    }
}
