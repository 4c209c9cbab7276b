using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Laboratory;

internal sealed class LabResultMapping : IEntityTypeConfiguration<LabResult>
{
    public const string FrozenTrigger = "LabResultStaysAsVerified";

    public void Configure(EntityTypeBuilder<LabResult> result)
    {
        result.ToTable(t => t.HasTrigger(FrozenTrigger));
        result.Property(r => r.AnalyteCode).HasMaxLength(CodedConcept.CodeMaxLength);
        result.Property(r => r.NumericValue).HasPrecision(19, 6);
        result.Property(r => r.TextValue).Encrypted();
        result.Property(r => r.Unit).HasMaxLength(LabResult.UnitMaxLength);
        result.Property(r => r.CorrectionReason).Encrypted();
        result.HasOne(r => r.Corrects).WithMany().HasForeignKey(r => r.CorrectsId);
        result.HasIndex(r => new { r.PatientId, r.AnalyteCode, r.CollectedAt });
        // A value is corrected once; a second correction corrects the first.
        result.HasIndex(r => r.CorrectsId).IsUnique().HasFilter("\"CorrectsId\" IS NOT NULL");
    }
}

public static class LabResultQueries
{
    extension(HospitalContext db)
    {
        public DbSet<LabResult> LabResults => db.Set<LabResult>();
    }

    extension(IQueryable<LabResult> results)
    {
        /// <summary>Vouched for and not replaced: what clinicians read.</summary>
        public IQueryable<LabResult> Current() => results.Where(r => r.IsCurrent);

        /// <summary>What the patient may read.</summary>
        public IQueryable<LabResult> OpenToPatient() => results.Where(r => r.IsCurrent && r.IsReleased);

        public IQueryable<LabResult> Of(Guid patientId) => results.Where(r => r.PatientId == patientId);

        /// <summary>The latest current value of each of these analytes before a moment.</summary>
        public IQueryable<LabResult> LatestBefore(Guid patientId, IReadOnlyCollection<string> analyteCodes, DateTimeOffset moment) => results
            .Where(r => r.PatientId == patientId && analyteCodes.Contains(r.AnalyteCode) && r.IsCurrent && r.CollectedAt < moment)
            .GroupBy(r => r.AnalyteCode)
            .Select(same => same.OrderByDescending(r => r.CollectedAt).First());
    }
}
