using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.HasIndex(a => a.PatientId).IsUnique().HasFilter("\"PatientId\" IS NOT NULL");
        account.HasIndex(a => a.PractitionerId).IsUnique().HasFilter("\"PractitionerId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AccountRole> role) => role.ComplexProperty(r => r.Grants, grants => grants.ToJson());
}
