using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Patients;

internal sealed class PatientMapping : IEntityTypeConfiguration<Patient>, IEntityTypeConfiguration<PatientIdentifier>, IEntityTypeConfiguration<PatientSearchTerm>
{
    private const int WholeNameMaxLength = 350;

    public void Configure(EntityTypeBuilder<Patient> patient)
    {
        patient.Property(p => p.Title).HasMaxLength(PersonName.TitleMaxLength);
        patient.Property(p => p.GivenName).HasMaxLength(PersonName.PartMaxLength);
        patient.Property(p => p.MiddleName).HasMaxLength(PersonName.PartMaxLength);
        patient.Property(p => p.FamilyName).HasMaxLength(PersonName.PartMaxLength);
        patient.Property(p => p.PreferredName).HasMaxLength(PersonName.PartMaxLength);
        patient.Property(p => p.FormerFamilyName).HasMaxLength(PersonName.PartMaxLength);
        patient.Property(p => p.ListName).HasMaxLength(WholeNameMaxLength);
        patient.Property(p => p.FullName).HasMaxLength(WholeNameMaxLength);
        patient.Property(p => p.Phone).Encrypted();
        patient.FoundBy(BlindIndex.Phone);
        patient.FoundBy(BlindIndex.PhoneEnd);
        patient.Property(p => p.Email).Encrypted();
        patient.Property(p => p.MothersMaidenName).Encrypted();
        patient.Property(p => p.DuplicateReason).Encrypted();
        patient.Property(p => p.ProtectionReason).Encrypted();
        patient.ComplexProperty(p => p.Address, address => address.ToJson().EncryptTexts());
        patient.ComplexCollection(p => p.Contacts, contacts => contacts.ToJson().EncryptTexts());
        patient.HasMany(p => p.Allergies).WithOne().HasForeignKey(a => a.PatientId);
        patient.HasMany(p => p.Flags).WithOne().HasForeignKey(f => f.PatientId);
        patient.HasMany(p => p.Identifiers).WithOne().HasForeignKey(i => i.PatientId);
        patient.HasMany(p => p.SearchTerms).WithOne().HasForeignKey(t => t.PatientId).OnDelete(DeleteBehavior.ClientCascade);
        patient.HasIndex(p => new { p.ListName, p.Id });
        patient.HasIndex(p => p.IsConfidential);
    }

    public void Configure(EntityTypeBuilder<PatientIdentifier> identifier)
    {
        identifier.Property(i => i.System).HasMaxLength(PatientIdentifier.SystemMaxLength);
        identifier.Property(i => i.Value).Encrypted();
        identifier.FoundBy(BlindIndex.Identifier);
        identifier.HasIndex(nameof(PatientIdentifier.System), BlindIndex.IdentifierColumn).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PatientSearchTerm> term)
    {
        term.HasKey(t => new { t.PatientId, t.Term });
        term.Property(t => t.Term).HasMaxLength(SearchWords.MaxLength).UseCollation(HouseConventions.Ordinal);
        term.HasIndex(t => new { t.Term, t.PatientId, t.IsWordStart });
    }
}

public static class PatientQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Patient> Patients => db.Set<Patient>();
        public DbSet<Allergy> Allergies => db.Set<Allergy>();
    }

    extension(IQueryable<Patient> patients)
    {
        /// <summary>With what <see cref="Patient"/> needs when a name, a birth date or an identifier changes.</summary>
        public IQueryable<Patient> WithSearchTerms() => patients.Include(p => p.Identifiers).Include(p => p.SearchTerms);

        public IQueryable<PatientLine> Lines() => patients.Select(p => new PatientLine(p.Id, p.Number, p.ListName, p.BirthDate, p.BirthDateIsEstimated, p.Sex, p.DiedAt));

        public IQueryable<Patient> WithAllergies() => patients.Include(p => p.Allergies);

        public IQueryable<Patient> WithFlags() => patients.Include(p => p.Flags);
    }
}
