using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Access;

internal sealed class EmergencyAccessMapping : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> access)
    {
        access.Property(a => a.Reason).Encrypted();
        access.Property(a => a.ReviewNote).Encrypted();
        access.HasOne(a => a.Patient).WithMany().HasForeignKey(a => a.PatientId);
        access.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        access.HasIndex(a => new { a.PatientId, a.AccountId, a.EndsAt });
        access.HasIndex(a => new { a.StartedAt, a.Id });
    }
}

public static class EmergencyAccessQueries
{
    extension(HospitalContext db)
    {
        public DbSet<EmergencyAccess> EmergencyAccesses => db.Set<EmergencyAccess>();
    }

    extension(IQueryable<EmergencyAccess> accesses)
    {
        public IQueryable<EmergencyAccess> ActiveOf(Guid accountId, DateTimeOffset now) => accesses.Where(a => a.AccountId == accountId && a.EndsAt > now);
    }
}
