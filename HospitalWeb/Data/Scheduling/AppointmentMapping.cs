using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Scheduling;

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>, IEntityTypeConfiguration<SlotAtom>
{
    public void Configure(EntityTypeBuilder<Appointment> appointment)
    {
        appointment.HasOne(a => a.Patient).WithMany().HasForeignKey(a => a.PatientId);
        appointment.HasOne(a => a.Practitioner).WithMany().HasForeignKey(a => a.PractitionerId);
        appointment.HasOne<Appointment>().WithMany().HasForeignKey(a => a.ReplacesId);
        appointment.HasMany(a => a.Atoms).WithOne().HasForeignKey(a => a.AppointmentId).OnDelete(DeleteBehavior.ClientCascade);
        // Whoever cancels must give the atoms back, so they come along wherever the appointment is loaded to be changed.
        appointment.Navigation(a => a.Atoms).AutoInclude();
        appointment.Property(a => a.ReasonText).Encrypted();
        appointment.Property(a => a.CancelReason).Encrypted();
        appointment.Property(a => a.OverlapReason).Encrypted();
        appointment.HasIndex(a => new { a.PractitionerId, a.StartsAt });
        appointment.HasIndex(a => new { a.PatientId, a.StartsAt });
        appointment.HasIndex(a => new { a.PatientId, a.PractitionerId, a.WalkInOn }, "IX_Appointment_OneWalkInAtATime").IsUnique()
            .HasFilter($"\"WalkInOn\" IS NOT NULL AND \"Status\" IN ('{nameof(AppointmentStatus.CheckedIn)}', '{nameof(AppointmentStatus.InProgress)}')");
        appointment.HasIndex(a => new { a.StartsAt, a.Id });
        appointment.HasIndex(a => new { a.Status, a.EndsAt });
        appointment.ToTable(t => t.HasCheckConstraint("CK_Appointments_EndsLater", "\"EndsAt\" > \"StartsAt\""));
    }

    public void Configure(EntityTypeBuilder<SlotAtom> atom)
    {
        atom.Property(a => a.Id).ValueGeneratedNever();
        atom.HasOne(a => a.Practitioner).WithMany().HasForeignKey(a => a.PractitionerId);
        atom.HasIndex(a => new { a.PractitionerId, a.StartsAt }).IsUnique();
    }
}

public static class AppointmentQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Appointment> Appointments => db.Set<Appointment>();
    }

    extension(IQueryable<Appointment> appointments)
    {
        /// <summary>One patient's own; nobody's when there is no patient.</summary>
        public IQueryable<Appointment> Of(Guid? patientId) => appointments.Where(a => a.PatientId == patientId);

        public IQueryable<Appointment> Upcoming() => appointments.Where(a => a.Status == AppointmentStatus.Scheduled || a.Status == AppointmentStatus.Confirmed);

        /// <summary>Those that take up the time of a doctor and of a patient.</summary>
        public IQueryable<Appointment> Standing() => appointments.Where(a => a.WalkInOn == null && a.Status != AppointmentStatus.Cancelled && a.Status != AppointmentStatus.NoShow);

        public IQueryable<Appointment> StartingIn(DateTimeOffset from, DateTimeOffset until) => appointments.Where(a => a.StartsAt >= from && a.StartsAt < until);

        public IQueryable<Appointment> Overlapping(Slot slot) => appointments.Where(a => a.StartsAt < slot.EndsAt && slot.StartsAt < a.EndsAt);

        /// <summary>Over, and nobody came.</summary>
        public IQueryable<Appointment> Missed(DateTimeOffset now) => appointments.Upcoming().Where(a => a.EndsAt <= now);
    }
}
