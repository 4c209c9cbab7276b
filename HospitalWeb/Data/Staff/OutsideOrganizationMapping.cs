using HospitalWeb.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Staff;

internal sealed class OutsideOrganizationMapping : IEntityTypeConfiguration<OutsideOrganization>
{
    public void Configure(EntityTypeBuilder<OutsideOrganization> organization)
    {
        organization.Property(o => o.Name).HasMaxLength(OutsideOrganization.NameMaxLength);
        organization.Property(o => o.Phone).HasMaxLength(OutsideOrganization.PhoneMaxLength);
        organization.Property(o => o.Address).HasMaxLength(OutsideOrganization.AddressMaxLength);
    }
}

public static class OutsideOrganizationQueries
{
    extension(HospitalContext db)
    {
        public DbSet<OutsideOrganization> OutsideOrganizations => db.Set<OutsideOrganization>();
    }
}
