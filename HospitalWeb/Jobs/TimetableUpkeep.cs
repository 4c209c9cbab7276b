using Quartz;

namespace HospitalWeb.Jobs;

/// <summary>Takes off the timetable in the database what an earlier version of the program put there and this one does not want.</summary>
internal sealed class TimetableUpkeep(ISchedulerFactory schedulers, IConfiguration settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        var wanted = Schedule.Timetable.Select(timed => $"{timed.Name} {timed.CronIn(settings)}").ToHashSet();
        var scheduler = await schedulers.GetScheduler(token);
        foreach (var trigger in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), token))
            if (!wanted.Contains(trigger.Name)) await scheduler.UnscheduleJob(trigger, token);
    }
}
