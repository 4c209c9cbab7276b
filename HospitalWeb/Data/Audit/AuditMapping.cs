using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
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
        entry.Property(e => e.PreviousHash).HasMaxLength(HashLength);
        entry.Property(e => e.Hash).HasMaxLength(HashLength);
        entry.HasIndex(e => new { e.PatientId, e.Sequence });
        entry.HasIndex(e => new { e.AccountId, e.Sequence });
        entry.HasIndex(e => new { e.Action, e.Sequence });
        entry.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(HashLength);
        head.Property(h => h.Seal).HasMaxLength(HashLength);
    }
}

public static class AuditQueries
{
    extension(HospitalContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();

        /// <summary>Waits for its turn at the end of the chain; the turn lasts until the transaction ends.</summary>
        public async Task<AuditHead> LockAuditHeadAsync(CancellationToken token)
        {
            var heads = db.AuditHeads.FromSqlRaw(db.Database.IsSqlServer()
                ? "SELECT * FROM \"AuditHead\" WITH (UPDLOCK, ROWLOCK)"
                : "SELECT * FROM \"AuditHead\" FOR UPDATE");
            return (await heads.ToListAsync(token)).Single();
        }
    }
}
