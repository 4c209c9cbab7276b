using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Wards;

internal sealed class AdmissionMapping : IEntityTypeConfiguration<Admission>, IEntityTypeConfiguration<BedStay>
{
    public void Configure(EntityTypeBuilder<Admission> admission)
    {
        admission.Property(a => a.Reason).Encrypted();
        admission.Property(a => a.CancelReason).Encrypted();
        admission.ComplexProperty(a => a.Discharge, discharge =>
        {
            discharge.Property(d => d.Summary).Encrypted();
            discharge.Property(d => d.OverrideReason).Encrypted();
        });
        admission.HasOne(a => a.Encounter).WithMany().HasForeignKey(a => a.EncounterId);
        admission.HasMany(a => a.Stays).WithOne(s => s.Admission).HasForeignKey(s => s.AdmissionId);
        admission.HasIndex(a => a.PatientId, "IX_Admissions_OneOpenPerPatient").IsUnique().HasFilter("\"EndedAt\" IS NULL");
        admission.HasIndex(a => a.PatientId);
        admission.HasIndex(a => new { a.EndedAt, a.AdmittedAt });
    }

    public void Configure(EntityTypeBuilder<BedStay> stay)
    {
        stay.ToTable(t => t.HasCheckConstraint("CK_BedStays_Ends_after_it_begins", "\"Until\" IS NULL OR \"Until\" >= \"From\""));
        stay.HasIndex(s => s.BedId, "IX_BedStays_OneOpenPerBed").IsUnique().HasFilter("\"Until\" IS NULL");
        stay.HasIndex(s => s.BedId);
    }
}

public static class AdmissionQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Admission> Admissions => db.Set<Admission>();
        public DbSet<BedStay> BedStays => db.Set<BedStay>();
    }

    extension(IQueryable<Admission> admissions)
    {
        public IQueryable<Admission> Open() => admissions.Where(a => a.EndedAt == null);

        public IQueryable<Admission> WithStays() => admissions.Include(a => a.Patient).Include(a => a.Encounter).Include(a => a.Stays).ThenInclude(s => s.Bed).ThenInclude(b => b.Ward);
    }

    extension(IQueryable<BedStay> stays)
    {
        public IQueryable<BedStay> Open() => stays.Where(s => s.Until == null);
    }
}
