using Quartz;

namespace HospitalWeb.Jobs;

/// <summary>What Quartz calls when a job is due. The only class between Quartz and the hospital's jobs.</summary>
[DisallowConcurrentExecution]
public sealed class QuartzRun<TJob>(JobRunner runner) : IJob where TJob : IHospitalJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token) =>
        await runner.RunAsync(typeof(TJob), context.ScheduledFireTimeUtc ?? context.FireTimeUtc, token);
}
