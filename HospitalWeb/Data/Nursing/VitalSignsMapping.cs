using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Nursing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Nursing;

internal sealed class VitalSignsMapping : IEntityTypeConfiguration<VitalSigns>
{
    public void Configure(EntityTypeBuilder<VitalSigns> signs)
    {
        signs.Property(v => v.TemperatureC).HasPrecision(4, 1);
        signs.Property(v => v.ErrorReason).Encrypted();
        signs.HasIndex(v => new { v.PatientId, v.TakenAt });
    }
}

public static class VitalSignsQueries
{
    extension(HospitalContext db)
    {
        public DbSet<VitalSigns> VitalSigns => db.Set<VitalSigns>();
    }

    extension(IQueryable<VitalSigns> signs)
    {
        /// <summary>Without those entered in error.</summary>
        public IQueryable<VitalSigns> Valid() => signs.Where(v => v.ErrorReason == null);

        public IQueryable<VitalSigns> Of(Guid patientId) => signs.Where(v => v.PatientId == patientId);
    }
}
