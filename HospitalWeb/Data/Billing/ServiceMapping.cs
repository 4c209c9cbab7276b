using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Billing;

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>, IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Property(s => s.Code).HasMaxLength(Service.CodeMaxLength);
        service.Property(s => s.Name).HasMaxLength(Service.NameMaxLength);
        service.ComplexProperty(s => s.Price);
        service.HasIndex(s => new { s.Code, s.EffectiveFrom }).IsUnique();
        service.ToTable(t => t.HasCheckConstraint("CK_Service_Price", "\"Price_Amount\" IS NULL OR \"Price_Amount\" >= 0"));
    }

    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.HasKey(s => s.Name);
        series.Property(s => s.Name).HasMaxLength(NumberSeries.NameMaxLength);
    }
}

public static class ServiceQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Service> Services => db.Set<Service>();
        public DbSet<NumberSeries> NumberSeries => db.Set<NumberSeries>();
    }

    extension(IQueryable<Service> services)
    {
        /// <summary>The price list as it stands on a day: of each code the line that began last.</summary>
        public IQueryable<Service> On(DateOnly day) =>
            services.Where(s => s.EffectiveFrom <= day && !services.Any(later => later.Code == s.Code && later.EffectiveFrom <= day && later.EffectiveFrom > s.EffectiveFrom));
    }
}
