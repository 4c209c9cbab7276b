using HospitalWeb.Domain.Printing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Printing;

internal sealed class PrintoutMapping : IEntityTypeConfiguration<Printout>
{
    public void Configure(EntityTypeBuilder<Printout> printout)
    {
        printout.Property(p => p.Kind).HasMaxLength(Printout.KindMaxLength);
        printout.HasIndex(p => new { p.Kind, p.SubjectId }).IsUnique();
    }
}

public static class PrintoutQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Printout> Printouts => db.Set<Printout>();
    }
}
