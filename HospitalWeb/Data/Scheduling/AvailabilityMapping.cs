using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Scheduling;

internal sealed class AvailabilityMapping : IEntityTypeConfiguration<Availability>, IEntityTypeConfiguration<AvailabilityException>
{
    public void Configure(EntityTypeBuilder<Availability> availability)
    {
        availability.HasOne(a => a.Practitioner).WithMany().HasForeignKey(a => a.PractitionerId);
        availability.ToTable(t => t.HasCheckConstraint("CK_Availabilities_SlotMinutes", "\"SlotMinutes\" >= 5"));
    }

    public void Configure(EntityTypeBuilder<AvailabilityException> exception)
    {
        exception.HasOne(e => e.Practitioner).WithMany().HasForeignKey(e => e.PractitionerId);
        exception.HasIndex(e => new { e.PractitionerId, e.Date });
    }
}

public static class AvailabilityQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Availability> Availabilities => db.Set<Availability>();
        public DbSet<AvailabilityException> AvailabilityExceptions => db.Set<AvailabilityException>();
    }
}
