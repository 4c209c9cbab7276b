using HospitalWeb.Domain.Laboratory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Laboratory;

internal sealed class LabTestMapping : IEntityTypeConfiguration<LabTest>, IEntityTypeConfiguration<Analyte>
{
    public void Configure(EntityTypeBuilder<LabTest> test)
    {
        test.Property(t => t.Code).HasMaxLength(LabTest.CodeMaxLength);
        test.Property(t => t.Name).HasMaxLength(LabTest.NameMaxLength);
        test.Property(t => t.PriceCode).HasMaxLength(LabTest.PriceCodeMaxLength);
        test.HasMany(t => t.Analytes).WithOne(a => a.Test).HasForeignKey(a => a.TestId);
        test.HasIndex(t => t.Code).IsUnique();
        test.HasIndex(t => t.Name);
    }

    public void Configure(EntityTypeBuilder<Analyte> analyte)
    {
        analyte.Property(a => a.Code).HasMaxLength(Analyte.CodeMaxLength);
        analyte.Property(a => a.Name).HasMaxLength(Analyte.NameMaxLength);
        analyte.Property(a => a.Unit).HasMaxLength(Analyte.UnitMaxLength);
        analyte.Ignore(a => a.Concept);
        analyte.ComplexCollection(a => a.Ranges, range => range.ToJson());
        analyte.HasIndex(a => new { a.TestId, a.Code }).IsUnique();
    }
}

public static class LabTestQueries
{
    extension(HospitalContext db)
    {
        public DbSet<LabTest> LabTests => db.Set<LabTest>();
        public DbSet<Analyte> Analytes => db.Set<Analyte>();
    }

    extension(IQueryable<LabTest> tests)
    {
        public IQueryable<LabTest> Offered() => tests.Where(t => t.IsActive);
    }
}
