using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encounters;

internal sealed class HistoryMapping : IEntityTypeConfiguration<Condition>, IEntityTypeConfiguration<Immunization>, IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Condition> condition)
    {
        condition.Property(c => c.Note).Encrypted();
        condition.Property(c => c.ErrorReason).Encrypted();
        condition.HasIndex(c => new { c.PatientId, c.Status });
    }

    public void Configure(EntityTypeBuilder<Immunization> immunization)
    {
        immunization.Property(i => i.LotNumber).HasMaxLength(Immunization.LotNumberMaxLength);
        immunization.HasIndex(i => new { i.PatientId, i.GivenAt });
    }

    public void Configure(EntityTypeBuilder<Procedure> procedure)
    {
        procedure.Property(p => p.Note).Encrypted();
        procedure.HasIndex(p => new { p.PatientId, p.PerformedAt });
    }
}

public static class HistoryQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Condition> Conditions => db.Set<Condition>();
        public DbSet<Immunization> Immunizations => db.Set<Immunization>();
        public DbSet<Procedure> Procedures => db.Set<Procedure>();
    }

    extension(IQueryable<Condition> conditions)
    {
        /// <summary>What the patient has now, without what was entered in error.</summary>
        public IQueryable<Condition> Active() => conditions.Where(c => c.Status == ConditionStatus.Active && c.ErrorReason == null);
    }
}
