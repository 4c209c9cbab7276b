using HospitalWeb.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Staff;

internal sealed class PractitionerMapping : IEntityTypeConfiguration<Practitioner>, IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Practitioner> practitioner)
    {
        practitioner.Property(p => p.LicenceNumber).HasMaxLength(Practitioner.LicenceMaxLength);
        practitioner.Property(p => p.Biography).HasMaxLength(Practitioner.BiographyMaxLength);
        practitioner.HasOne(p => p.Department).WithMany().HasForeignKey(p => p.DepartmentId);
        practitioner.HasIndex(p => p.LicenceNumber).IsUnique().HasFilter("\"LicenceNumber\" IS NOT NULL");
        practitioner.HasIndex(p => new { p.Profession, p.FamilyName, p.Id });
    }

    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.Property(d => d.Code).HasMaxLength(Department.CodeMaxLength);
        department.HasIndex(d => d.Code).IsUnique();
        department.HasIndex(d => d.Name).IsUnique();
    }
}

public static class StaffQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Practitioner> Practitioners => db.Set<Practitioner>();
        public DbSet<Department> Departments => db.Set<Department>();
    }

    extension(IQueryable<Practitioner> practitioners)
    {
        public IQueryable<Practitioner> DoctorsHere() => practitioners.Where(p => p.Profession == Profession.Doctor && p.IsActive && p.ImportedFrom == null);

        public IQueryable<Practitioner> ByName() => practitioners.OrderBy(p => p.FamilyName).ThenBy(p => p.GivenName).ThenBy(p => p.Id);
    }
}
