using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encounters;

internal sealed class ObservationMapping : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> observation)
    {
        observation.HasOne(o => o.Patient).WithMany().HasForeignKey(o => o.PatientId);
        observation.HasOne(o => o.Encounter).WithMany().HasForeignKey(o => o.EncounterId);
        observation.Property(o => o.Value).Encrypted();
        observation.Property(o => o.Unit).HasMaxLength(Observation.UnitMaxLength);
        observation.ComplexCollection(o => o.Parts, parts =>
        {
            parts.ToJson();
            parts.Property(p => p.Value).Encrypted();
        });
        observation.HasIndex(o => new { o.PatientId, o.ObservedAt });
    }
}

public static class ObservationQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Observation> Observations => db.Set<Observation>();
    }
}
