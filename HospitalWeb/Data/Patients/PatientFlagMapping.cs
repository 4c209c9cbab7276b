using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Patients;

internal sealed class PatientFlagMapping : IEntityTypeConfiguration<PatientFlag>
{
    public void Configure(EntityTypeBuilder<PatientFlag> flag)
    {
        flag.Property(f => f.Text).Encrypted();
        flag.Property(f => f.ResolveReason).Encrypted();
        flag.HasIndex(f => new { f.PatientId, f.Kind }, "IX_PatientFlag_OneActiveOfAKind").IsUnique()
            .HasFilter($"\"ResolveReason\" IS NULL AND \"Kind\" <> '{nameof(FlagKind.Infection)}' AND \"Kind\" <> '{nameof(FlagKind.Other)}'");
        flag.HasIndex(f => f.PatientId);
    }
}

public static class PatientFlagQueries
{
    extension(HospitalContext db)
    {
        public DbSet<PatientFlag> PatientFlags => db.Set<PatientFlag>();
    }

    extension(IQueryable<PatientFlag> flags)
    {
        public IQueryable<PatientFlag> Active() => flags.Where(f => f.ResolveReason == null);
    }
}
