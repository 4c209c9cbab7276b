using HospitalWeb.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountRole>,
    IEntityTypeConfiguration<IdentityUserRole<Guid>>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>, IEntityTypeConfiguration<IdentityRoleClaim<Guid>>
{
    // Ten recovery codes as hashes, or an encrypted key.
    private const int TokenMaxLength = 2000;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable(nameof(Account));
        account.HasIndex(a => a.PatientId).IsUnique().HasFilter("\"PatientId\" IS NOT NULL");
        account.HasIndex(a => a.PractitionerId).IsUnique().HasFilter("\"PractitionerId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AccountRole> role)
    {
        role.ToTable("Role");
        role.ComplexProperty(r => r.Grants, grants => grants.ToJson());
    }

    // Identity's own tables, named as the rest of the house is.
    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> held) => held.ToTable("AccountRole");
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("AccountClaim");
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("AccountLogin");
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("AccountToken");
        token.Property(t => t.Value).HasMaxLength(TokenMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey) => passkey.ToTable("AccountPasskey");
    public void Configure(EntityTypeBuilder<IdentityRoleClaim<Guid>> claim) => claim.ToTable("RoleClaim");
}

public static class AccountQueries
{
    extension(HospitalContext db)
    {
        /// <summary>Those who look after the system and can be written to.</summary>
        public IQueryable<Account> Administrators() => db.Users.Where(a => !a.IsDisabled && a.Email != null
            && db.UserRoles.Any(r => r.UserId == a.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == nameof(Role.Admin))));

        /// <summary>The accounts that may sign in and whose roles hold this permission. Grants are JSON: they are read, not asked for.</summary>
        public async Task<List<Guid>> AccountsThatMayAsync(Permission permission)
        {
            var roles = (await db.Roles.AsNoTracking().ToListAsync()).Where(role => role.Grants.Permissions.Contains(permission)).Select(role => role.Id).ToList();
            return await db.Users.Where(a => !a.IsDisabled && db.UserRoles.Any(held => held.UserId == a.Id && roles.Contains(held.RoleId))).Select(a => a.Id).ToListAsync();
        }

        public IQueryable<AccountRole> RolesOf(Guid account) => db.Roles.Where(role => db.UserRoles.Any(held => held.UserId == account && held.RoleId == role.Id));

        /// <summary>Whether a role of this account needs a second factor, and it has passkeys.</summary>
        public Task<bool> NeedsPasskeyAsync(Guid account) => db.Set<IdentityUserPasskey<Guid>>().AnyAsync(key => key.UserId == account
            && db.UserRoles.Any(held => held.UserId == key.UserId && db.Roles.Any(role => role.Id == held.RoleId && role.NeedsSecondFactor)));
    }
}
