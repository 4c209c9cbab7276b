using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Writes down outside the database where the audit trail ends now.</summary>
public sealed class AnchorTrail(HospitalContext db, AuditAnchors anchors, TimeProvider time) : IHospitalJob
{
    public async Task RunAsync(CancellationToken token)
    {
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(token);
        if (!head.IsAtStart) await anchors.AppendAsync(time.GetUtcNow(), head.Sequence, head.Hash, token);
    }
}
