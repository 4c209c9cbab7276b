using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>, IEntityTypeConfiguration<AuditSegment>, IEntityTypeConfiguration<AuditCheck>,
    IEntityTypeConfiguration<UnknownNameCount>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable(table => table.HasTrigger("AuditEntryStays"));
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.AccountName).HasMaxLength(AuditEntry.NameMaxLength);
        entry.Property(e => e.Roles).HasMaxLength(AuditEntry.RolesMaxLength);
        entry.Property(e => e.EntityType).HasMaxLength(AuditEntry.EntityTypeMaxLength);
        entry.Property(e => e.Changes).Metadata.SetMaxLength(null);
        entry.Property(e => e.Path).HasMaxLength(AuditEntry.PathMaxLength);
        entry.Property(e => e.IpAddress).HasMaxLength(AuditEntry.IpAddressMaxLength);
        entry.Property(e => e.UserAgent).HasMaxLength(AuditEntry.UserAgentMaxLength);
        entry.Property(e => e.Session).HasMaxLength(AuditEntry.SessionMaxLength);
        entry.Property(e => e.Reference).HasMaxLength(AuditEntry.ReferenceMaxLength);
        entry.Property(e => e.Reason).HasMaxLength(AuditEntry.ReasonMaxLength);
        entry.Property(e => e.Severity).HasConversion<int>();
        entry.Property(e => e.PreviousHash).HasMaxLength(HashLength);
        entry.Property(e => e.Hash).HasMaxLength(HashLength);
        entry.HasIndex(e => new { e.PatientId, e.Sequence });
        entry.HasIndex(e => new { e.AccountId, e.Sequence });
        entry.HasIndex(e => new { e.Action, e.Sequence });
        entry.HasIndex(e => new { e.At, e.Sequence });
        entry.HasIndex(e => new { e.IsSecurity, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable(table => table.HasTrigger("AuditHeadStays"));
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(HashLength);
        head.Property(h => h.Seal).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<AuditSegment> segment)
    {
        segment.ToTable(table =>
        {
            table.HasTrigger("AuditSegmentStays");
            table.HasCheckConstraint("CK_AuditSegment_Count", "\"Count\" = \"LastSequence\" - \"FirstSequence\" + 1 AND \"Count\" > 0");
        });
        segment.HasKey(s => s.Month);
        segment.Property(s => s.Hash).HasMaxLength(HashLength);
        segment.Property(s => s.PreviousSeal).HasMaxLength(HashLength);
        segment.Property(s => s.Seal).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<AuditCheck> check)
    {
        check.Property(c => c.Fault).HasMaxLength(AuditCheck.FaultMaxLength);
        check.HasIndex(c => c.StartedAt);
    }

    public void Configure(EntityTypeBuilder<UnknownNameCount> count) => count.Property(c => c.Id).ValueGeneratedNever();
}
