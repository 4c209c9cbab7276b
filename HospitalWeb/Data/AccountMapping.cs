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

public static class AccountQueries
{
    extension(HospitalContext db)
    {
        /// <summary>Those who look after the system and can be written to.</summary>
        public IQueryable<Account> Administrators() => db.Users.Where(a => !a.IsDisabled && a.Email != null
            && db.UserRoles.Any(r => r.UserId == a.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == nameof(Role.Admin))));
    }
}
