using HospitalWeb.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Access;

internal sealed class CareTeamMapping : IEntityTypeConfiguration<CareTeamMember>
{
    public void Configure(EntityTypeBuilder<CareTeamMember> member)
    {
        member.HasOne(m => m.Patient).WithMany().HasForeignKey(m => m.PatientId);
        member.HasOne(m => m.Practitioner).WithMany().HasForeignKey(m => m.PractitionerId);
        member.HasIndex(m => new { m.PatientId, m.PractitionerId });
    }
}

public static class CareTeamQueries
{
    extension(HospitalContext db)
    {
        public DbSet<CareTeamMember> CareTeamMembers => db.Set<CareTeamMember>();
    }

    extension(IQueryable<CareTeamMember> members)
    {
        public IQueryable<CareTeamMember> ActiveAt(DateTimeOffset now) => members.Where(m => m.From <= now && (m.Until == null || m.Until > now));
    }
}
