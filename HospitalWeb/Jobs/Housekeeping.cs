using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Jobs;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Forgets what only the machine needed: runs that went well, keys of forms sent long ago, sessions that are over, forms that nobody came back for.</summary>
public sealed class Housekeeping(HospitalContext db, TimeProvider time) : IHospitalJob
{
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(3), FailuresKept = TimeSpan.FromDays(90), FormsKept = TimeSpan.FromDays(7), SessionsKept = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var (runs, failures, forms, sessions, held) = (now - RunsKept, now - FailuresKept, now - FormsKept, now - SessionsKept, now - HeldForm.KeptFor);
        await db.JobRuns.Where(r => r.DueAt < failures || r.DueAt < runs && r.Failure == null).ExecuteDeleteAsync(token);
        await db.Set<FormSubmission>().Where(s => s.At < forms).ExecuteDeleteAsync(token);
        await db.Sessions.Where(s => s.EndsAt < sessions).ExecuteDeleteAsync(token);
        await db.SignInTries.Where(t => t.LastAt < runs).ExecuteDeleteAsync(token);
        await db.PasskeyChallenges.Where(c => c.EndsAt < now).ExecuteDeleteAsync(token);
        await db.AccountLinks.Where(l => l.EndsAt < failures).ExecuteDeleteAsync(token);
        await db.HeldForms.Where(h => h.At < held).ExecuteDeleteAsync(token);
    }
}
