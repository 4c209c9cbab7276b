using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Billing;

internal sealed class PastClaimMapping : IEntityTypeConfiguration<PastClaim>
{
    public void Configure(EntityTypeBuilder<PastClaim> claim)
    {
        claim.Property(c => c.Kind).HasMaxLength(PastClaim.KindMaxLength);
        claim.Property(c => c.Payer).HasMaxLength(PastClaim.PayerMaxLength);
        claim.HasOne<Patient>().WithMany().HasForeignKey(c => c.PatientId);
        claim.HasOne<Encounter>().WithMany().HasForeignKey(c => c.EncounterId);
        claim.HasIndex(c => new { c.PatientId, c.BilledAt });
    }
}

public static class PastClaimQueries
{
    extension(HospitalContext db)
    {
        public DbSet<PastClaim> PastClaims => db.Set<PastClaim>();
    }
}
