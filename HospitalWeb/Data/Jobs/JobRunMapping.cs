using HospitalWeb.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Jobs;

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Name).HasMaxLength(JobRun.NameMaxLength);
        run.Property(r => r.Host).HasMaxLength(JobRun.HostMaxLength);
        run.Property(r => r.Failure).HasMaxLength(JobRun.FailureMaxLength);
        run.HasIndex(r => new { r.Name, r.DueAt }).IsUnique();
    }
}

public static class JobRunQueries
{
    extension(HospitalContext db)
    {
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }
}
