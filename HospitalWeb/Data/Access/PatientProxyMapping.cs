using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Access;

internal sealed class PatientProxyMapping : IEntityTypeConfiguration<PatientProxy>
{
    public void Configure(EntityTypeBuilder<PatientProxy> proxy)
    {
        proxy.Property(p => p.Evidence).Encrypted();
        proxy.HasOne(p => p.Patient).WithMany().HasForeignKey(p => p.PatientId);
        proxy.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        proxy.HasIndex(p => new { p.AccountId, p.PatientId });
        proxy.HasIndex(p => p.PatientId);
    }
}

public static class PatientProxyQueries
{
    extension(HospitalContext db)
    {
        public DbSet<PatientProxy> PatientProxies => db.Set<PatientProxy>();
    }

    extension(IQueryable<PatientProxy> proxies)
    {
        public IQueryable<PatientProxy> ActiveOf(Guid accountId, DateTimeOffset now) => proxies.Where(p => p.AccountId == accountId && p.Ended == null && p.Until > now);

        public IQueryable<PatientProxy> ActiveFor(Guid? patientId, DateTimeOffset now) => proxies.Where(p => p.PatientId == patientId && p.Ended == null && p.Until > now);
    }
}
