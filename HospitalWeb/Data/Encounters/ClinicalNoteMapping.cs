using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encounters;

internal sealed class ClinicalNoteMapping : IEntityTypeConfiguration<ClinicalNote>, IEntityTypeConfiguration<NoteAmendment>
{
    public void Configure(EntityTypeBuilder<ClinicalNote> note)
    {
        note.ToTable(table => table.HasTrigger("ClinicalNoteStaysAsSigned"));
        note.HasOne(n => n.Encounter).WithMany().HasForeignKey(n => n.EncounterId);
        note.ComplexProperty(n => n.Content, content => content.ToJson().EncryptTexts());
        note.Property(n => n.SealReason).Encrypted();
        note.Property(n => n.Hash).HasMaxLength(NoteAmendment.HashLength);
        note.HasIndex(n => new { n.EncounterId, n.Status });
    }

    public void Configure(EntityTypeBuilder<NoteAmendment> amendment)
    {
        amendment.ToTable(table => table.HasTrigger("NoteAmendmentStays"));
        amendment.HasOne(a => a.Note).WithMany(n => n.Amendments).HasForeignKey(a => a.NoteId);
        amendment.HasIndex(a => new { a.NoteId, a.Number }).IsUnique();
        amendment.ComplexProperty(a => a.Content, content => content.ToJson().EncryptTexts());
        amendment.Property(a => a.Reason).Encrypted();
        amendment.Property(a => a.Hash).HasMaxLength(NoteAmendment.HashLength);
    }
}

/// <summary>Who reads notes, and whether sealed ones of others too.</summary>
public sealed record NoteReader(Guid AccountId, bool SeesSealed);

public static class ClinicalNoteQueries
{
    extension(HospitalContext db)
    {
        public DbSet<ClinicalNote> ClinicalNotes => db.Set<ClinicalNote>();
        public DbSet<NoteAmendment> NoteAmendments => db.Set<NoteAmendment>();
    }

    extension(IQueryable<ClinicalNote> notes)
    {
        public IQueryable<ClinicalNote> Drafts() => notes.Where(n => n.Status == NoteStatus.Draft);

        public IQueryable<ClinicalNote> Signed() => notes.Where(n => n.Status != NoteStatus.Draft);

        /// <summary>One's own, and of others those that are signed: somebody else's draft is no part of the record, and a sealed note is not there without a right to it.</summary>
        public IQueryable<ClinicalNote> ReadableBy(NoteReader reader) =>
            notes.Where(n => n.Author.AccountId == reader.AccountId || n.Status != NoteStatus.Draft && (reader.SeesSealed || n.Sealed == null));
    }
}
