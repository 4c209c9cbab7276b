using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encounters;

internal sealed class EncounterMapping : IEntityTypeConfiguration<Encounter>, IEntityTypeConfiguration<Diagnosis>
{
    public void Configure(EntityTypeBuilder<Encounter> encounter)
    {
        encounter.Property(e => e.ChiefComplaint).Encrypted();
        encounter.Property(e => e.CancelReason).Encrypted();
        encounter.HasOne(e => e.Practitioner).WithMany().HasForeignKey(e => e.PractitionerId);
        encounter.HasOne<Appointment>().WithOne().HasForeignKey<Encounter>(e => e.AppointmentId);
        encounter.HasIndex(e => e.AppointmentId).IsUnique().HasFilter("\"AppointmentId\" IS NOT NULL");
        encounter.HasIndex(e => new { e.PatientId, e.StartedAt });
        encounter.HasIndex(e => new { e.Status, e.Priority, e.StartedAt });
        encounter.HasIndex(e => new { e.PractitionerId, e.Status, e.StartedAt });
        encounter.ToTable(table => table.HasCheckConstraint("CK_Encounters_Priority", "\"Priority\" BETWEEN 1 AND 5"));
    }

    public void Configure(EntityTypeBuilder<Diagnosis> diagnosis)
    {
        diagnosis.HasOne(d => d.Encounter).WithMany(e => e.Diagnoses).HasForeignKey(d => d.EncounterId);
        diagnosis.Property(d => d.VoidReason).Encrypted();
    }
}

public sealed record PatientAtVisit(Patient Patient, Encounter? Visit);

public static class EncounterQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Encounter> Encounters => db.Set<Encounter>();
        public DbSet<Diagnosis> Diagnoses => db.Set<Diagnosis>();

        /// <summary>A patient and the visit that is going on, if one is: what is ordered now belongs to it.</summary>
        public Task<PatientAtVisit?> PatientAtVisitAsync(Guid patientId)
        {
            var open = db.Encounters.Open();
            return db.Set<Patient>().Where(p => p.Id == patientId).Select(p => new PatientAtVisit(p, open.Where(e => e.PatientId == p.Id).OrderByDescending(e => e.StartedAt).FirstOrDefault())).SingleOrDefaultAsync();
        }
    }

    extension(IQueryable<Encounter> encounters)
    {
        public IQueryable<Encounter> Open() => encounters.Where(e => e.Status == EncounterStatus.InProgress);

        public IQueryable<Encounter> Of(Guid patientId) => encounters.Where(e => e.PatientId == patientId);

        /// <summary>Those of the patient who is signed in, as far as they took place; of nobody else's, and of none when no patient is signed in.</summary>
        public IQueryable<Encounter> OfSignedIn(Guid? patientId) => encounters.Where(e => patientId != null && e.PatientId == patientId && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.Completed));

        /// <summary>By true priority, and within one priority who came first.</summary>
        public IOrderedQueryable<Encounter> MostUrgentFirst() => encounters.OrderBy(e => e.Priority).ThenBy(e => e.StartedAt).ThenBy(e => e.Id);
    }

    extension(IQueryable<Diagnosis> diagnoses)
    {
        public IQueryable<Diagnosis> Current() => diagnoses.Where(d => d.VoidReason == null);
    }
}
