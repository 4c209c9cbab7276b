using HospitalWeb.Data;
using HospitalWeb.Data.Jobs;
using HospitalWeb.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Forgets what only the machine needed: runs that went well, keys of forms sent long ago.</summary>
public sealed class Housekeeping(HospitalContext db, TimeProvider time) : IHospitalJob
{
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(3), FailuresKept = TimeSpan.FromDays(90), FormsKept = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken token)
    {
        var (runs, failures, forms) = (time.GetUtcNow() - RunsKept, time.GetUtcNow() - FailuresKept, time.GetUtcNow() - FormsKept);
        await db.JobRuns.Where(r => r.DueAt < failures || r.DueAt < runs && r.Failure == null).ExecuteDeleteAsync(token);
        await db.Set<FormSubmission>().Where(s => s.At < forms).ExecuteDeleteAsync(token);
    }
}
