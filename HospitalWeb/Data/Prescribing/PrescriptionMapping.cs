using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Prescribing;

internal sealed class PrescriptionMapping : IEntityTypeConfiguration<Prescription>, IEntityTypeConfiguration<PrescriptionItem>
{
    public void Configure(EntityTypeBuilder<Prescription> prescription)
    {
        prescription.Property(p => p.Urgency).HasConversion<int>();
        prescription.Property(p => p.Note).Encrypted();
        prescription.Property(p => p.CancelReason).Encrypted();
        prescription.Property(p => p.VerificationCode).HasMaxLength(VerificationCode.MaxLength);
        prescription.HasIndex(p => p.VerificationCode).IsUnique();
        prescription.HasOne(p => p.Patient).WithMany().HasForeignKey(p => p.PatientId);
        prescription.HasOne(p => p.Encounter).WithMany().HasForeignKey(p => p.EncounterId);
        prescription.HasOne(p => p.Prescriber).WithMany().HasForeignKey(p => p.PrescriberId);
        prescription.HasOne<Prescription>().WithMany().HasForeignKey(p => p.ReplacesId);
        prescription.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PrescriptionId);
        prescription.HasIndex(p => new { p.PatientId, p.WrittenAt });
        prescription.HasIndex(p => new { p.Urgency, p.Number }).HasDatabaseName("IX_Prescription_Queue").HasFilter("\"Status\" IN ('Signed', 'PartlyDispensed')");
        prescription.ToTable(t =>
        {
            t.HasTrigger("PrescriptionStaysAsSigned");
            t.HasCheckConstraint("CK_Prescription_Signed", "\"Status\" NOT IN ('Signed', 'PartlyDispensed', 'Dispensed') OR \"Signed_At\" IS NOT NULL OR \"ImportedFrom\" IS NOT NULL");
        });
    }

    public void Configure(EntityTypeBuilder<PrescriptionItem> item)
    {
        item.HasOne(i => i.Medication).WithMany().HasForeignKey(i => i.MedicationId);
        item.Property(i => i.Instructions).Encrypted();
        item.Property(i => i.QuantityUnit).HasMaxLength(Medication.UnitMaxLength);
        item.Property(i => i.CheckedBy).HasMaxLength(DrugKnowledge.EditionMaxLength);
        item.ComplexProperty(i => i.Medicine, medicine => medicine.ToJson());
        item.ComplexProperty(i => i.Override, given =>
        {
            given.ToJson();
            given.Property(o => o.Text).Encrypted();
        });
        item.ToTable(t =>
        {
            t.HasTrigger("PrescriptionItemStaysAsSigned");
            t.HasCheckConstraint("CK_PrescriptionItem_NeverTooMuch", "\"QuantityDispensed\" >= 0 AND \"QuantityDispensed\" <= COALESCE(\"Quantity\", 0) * (1 + \"Refills\")");
        });
    }
}

public static class PrescriptionQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Prescription> Prescriptions => db.Set<Prescription>();
        public DbSet<PrescriptionItem> PrescriptionItems => db.Set<PrescriptionItem>();

        /// <summary>The medicines that a patient is taking by prescriptions in force, the newest first: for the chart and for the checks.</summary>
        public IQueryable<CurrentMedicine> CurrentMedicines(Guid patientId, DateOnly today) => db.Prescriptions
            .Where(p => p.PatientId == patientId).InForce(today)
            .SelectMany(p => p.Items, (p, i) => new CurrentMedicine
            {
                PrescriptionId = p.Id, ItemId = i.Id, Number = p.Number, Medicine = i.Medicine, IngredientCodes = i.IngredientCodes, Instructions = i.Instructions,
                WrittenAt = p.WrittenAt, Prescriber = p.Prescriber!.DisplayName, Status = p.Status, ValidUntil = p.ValidUntil, Override = i.Override, Check = p.ImportedFrom == null ? i.Check : null,
            })
            .OrderByDescending(m => m.WrittenAt).ThenBy(m => m.ItemId);
    }

    extension(IQueryable<Prescription> prescriptions)
    {
        /// <summary>Signed, not cancelled, and dispensed or still within its dates; of what was imported, what its source calls current.</summary>
        public IQueryable<Prescription> InForce(DateOnly today) => prescriptions.Where(p =>
            (p.Status == PrescriptionStatus.Signed || p.Status == PrescriptionStatus.PartlyDispensed || p.Status == PrescriptionStatus.Dispensed) && (p.ValidUntil == null || p.ValidUntil >= today));

        /// <summary>What the pharmacy has to give out: signed, within its dates, something still due. What was imported was given out elsewhere.</summary>
        public IQueryable<Prescription> ToDispense(DateOnly today) => prescriptions.Where(p =>
            (p.Status == PrescriptionStatus.Signed || p.Status == PrescriptionStatus.PartlyDispensed) && p.ImportedFrom == null && p.ValidUntil >= today
            && p.Items.Any(i => i.QuantityDispensed < i.Quantity));

        /// <summary>A patient's own, as soon as it is signed; nobody's for somebody who is no patient.</summary>
        public IQueryable<Prescription> OwnedBy(Guid? patientId) => prescriptions.Where(p => p.PatientId == patientId && p.Status != PrescriptionStatus.Draft && (p.Signed != null || p.ImportedFrom != null));

        public IQueryable<Prescription> InQueueOrder() => prescriptions.OrderBy(p => p.Urgency).ThenBy(p => p.Number);

        public IQueryable<Prescription> WithItems() => prescriptions.Include(p => p.Items.OrderBy(i => i.Position)).ThenInclude(i => i.Medication);

        public IQueryable<Prescription> WithPeople() => prescriptions.Include(p => p.Patient).Include(p => p.Prescriber).Include(p => p.Encounter);
    }
}

/// <summary>One line of what a patient is taking.</summary>
public sealed record CurrentMedicine
{
    public required Guid PrescriptionId { get; init; }
    public required Guid ItemId { get; init; }
    public required int Number { get; init; }
    public required MedicineLine Medicine { get; init; }
    public required List<string> IngredientCodes { get; init; }
    public string? Instructions { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public string? Prescriber { get; init; }
    public required PrescriptionStatus Status { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public AlertOverride? Override { get; init; }
    /// <summary>Null on what was prescribed elsewhere.</summary>
    public CheckState? Check { get; init; }
}
