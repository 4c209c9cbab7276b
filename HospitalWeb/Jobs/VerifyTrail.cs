using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Walks through the whole audit trail. When something is wrong every administrator is told, and the job has failed.</summary>
public sealed class VerifyTrail(HospitalContext db, AuditVerification verification, TamperAlarm alarm, TimeProvider time) : IHospitalJob
{
    private const int StepsBetweenSigns = 10;

    public async Task RunAsync(CancellationToken token)
    {
        var check = new AuditCheck { StartedAt = time.GetUtcNow(), Total = await db.AuditHeads.Select(head => head.Sequence).SingleAsync(token) };
        db.Add(check);
        await db.SaveChangesAsync(token);

        var steps = 0;
        var verdict = await verification.RunAsync(token, async walked =>
        {
            if (++steps % StepsBetweenSigns == 0) await db.AuditChecks.Where(c => c.Id == check.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Walked, walked), token);
        });
        check.Finish(verdict.Entries, verdict.Fault?.Sentence, time.GetUtcNow());
        await db.SaveChangesAsync(token);
        if (verdict.Fault is null) return;

        await alarm.RaiseAsync(TamperAlarm.Trail, verdict.Sentence, token);
        throw new AuditUnavailable(verdict.Sentence);
    }
}
