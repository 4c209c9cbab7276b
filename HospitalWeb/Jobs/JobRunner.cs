using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Claims a run, does it, and writes down how it ended. Of several servers that want the same run, one gets it.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>False when another server has this run.</summary>
    public async Task<bool> RunAsync(Type job, DateTimeOffset due, CancellationToken token)
    {
        var run = new JobRun { Name = job.Name, DueAt = due, StartedAt = time.GetUtcNow(), Host = Environment.MachineName };
        if (!await ClaimAsync(run, token)) return false;

        var failure = await FailureOfAsync(job, token);
        await FinishAsync(run.Id, failure);
        return true;
    }

    private async Task<bool> ClaimAsync(JobRun run, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(token);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return false;
        }
    }

    private async Task<string?> FailureOfAsync(Type job, CancellationToken token)
    {
        CurrentActor.Become($"Job {job.Name}");
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await ((IHospitalJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job)).RunAsync(token);
            return null;
        }
#pragma warning disable CA1031 // Whatever a job fails with is what the administrators need to read.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failed(failure, job.Name);
            return failure is OperationCanceledException ? "The server was stopped." : $"{failure.GetType().Name}: {failure.Message}";
        }
    }

    private async Task FinishAsync(Guid runId, string? failure)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        var run = await db.Set<JobRun>().SingleAsync(r => r.Id == runId, CancellationToken.None);
        run.Finish(time.GetUtcNow(), failure);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed.")]
    private partial void Failed(Exception failure, string job);
}
