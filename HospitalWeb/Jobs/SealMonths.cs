using HospitalWeb.Audit;

namespace HospitalWeb.Jobs;

/// <summary>Seals the months of the audit trail that are over.</summary>
public sealed class SealMonths(AuditSegments segments) : IHospitalJob
{
    public Task RunAsync(CancellationToken token) => segments.SealAsync(token);
}
