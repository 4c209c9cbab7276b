using HospitalWeb.Domain.Facilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Facilities;

internal sealed class FacilityMapping : IEntityTypeConfiguration<Facility>
{
    public void Configure(EntityTypeBuilder<Facility> facility)
    {
        facility.Property(f => f.Name).HasMaxLength(Facility.NameMaxLength);
        facility.Property(f => f.TimeZone).HasMaxLength(Facility.TimeZoneMaxLength);
        facility.ComplexProperty(f => f.Letterhead, head => head.ToJson());
        facility.HasIndex(f => f.IsThisOne).IsUnique();
    }
}

public static class FacilityQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Facility> Facilities => db.Set<Facility>();
    }
}
