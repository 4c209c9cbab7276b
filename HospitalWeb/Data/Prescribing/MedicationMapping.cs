using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Prescribing;

internal sealed class MedicationMapping : IEntityTypeConfiguration<Medication>
{
    public void Configure(EntityTypeBuilder<Medication> medication)
    {
        medication.Property(m => m.Strength).HasMaxLength(Medication.StrengthMaxLength);
        medication.Property(m => m.DoseUnit).HasMaxLength(Medication.UnitMaxLength);
        medication.Property(m => m.PackUnit).HasMaxLength(Medication.UnitMaxLength);
        medication.HasIndex(m => new { m.GenericName, m.Strength });
        medication.Property(m => m.SearchText).HasMaxLength(Medication.SearchTextMaxLength);
        medication.ToTable(t => t.HasCheckConstraint("CK_Medication_DosePerPackUnit", "\"DosePerPackUnit\" > 0"));
    }
}

public static class MedicationQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Medication> Medications => db.Set<Medication>();
    }

    extension(IQueryable<Medication> medications)
    {
        public IQueryable<Medication> Prescribable() => medications.Where(m => m.IsActive);

        /// <summary>Those with a word of the generic name or the brand that starts so; the name's own start first.</summary>
        public IQueryable<Medication> Named(string start)
        {
            var words = " " + start.Trim().ToLowerInvariant();
            return medications.Where(m => m.SearchText.Contains(words))
                .OrderBy(m => m.SearchText.StartsWith(words) ? 0 : 1).ThenBy(m => m.GenericName).ThenBy(m => m.Strength).ThenBy(m => m.Id);
        }
    }
}
