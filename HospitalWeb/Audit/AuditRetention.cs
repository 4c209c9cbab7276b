using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Audit;

/// <summary>How many years the trail stays in the database: Audit:RetentionYears, which can only lengthen it.</summary>
public sealed class AuditRetention(IConfiguration settings)
{
    public int Asked { get; } = settings.GetValue("Audit:RetentionYears", AuditSegment.YearsKeptAtLeast);

    public int Years => Math.Max(Asked, AuditSegment.YearsKeptAtLeast);

    public bool IsTooShort => Asked < AuditSegment.YearsKeptAtLeast;
}
