using HospitalWeb.Data;
using Microsoft.Data.SqlClient;
using Npgsql;
using Quartz;

namespace HospitalWeb.Jobs;

/// <summary>A job, when it is due (UTC) and what it does in words.</summary>
public sealed record Timed(Type Job, string Cron, string Does, Action<IQuartzBuilder, string> Schedule)
{
    public string Name => Job.Name;

    /// <summary>The next time after this that the job is due.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now, IConfiguration settings) => new CronExpression(CronIn(settings)).GetNextValidTimeAfter(now);

    public string CronIn(IConfiguration settings) => settings[$"Jobs:Timetable:{Name}"] is { Length: > 0 } given ? given : Cron;
}

/// <summary>The whole timetable. Jobs about days look at the hospital's own calendar, so they are due every hour and do what is then missing.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<Timed> Timetable =
    [
        At<SendMail>("0/10 * * * * ?", "Sends the mail that waits in the outbox."),
        At<AppointmentReminders>("5 * * * * ?", "Reminds patients of their appointments by mail."),
        At<NoShowMarking>("35 0/5 * * * ?", "Marks appointments that nobody came to."),
        At<NotificationExpiry>("0 20 * * * ?", "Takes away notifications whose time is over."),
        At<ChargeBedDays>("0 5 * * * ?", "Charges the days in bed that are over."),
        At<NightlyReport>("0 10 * * * ?", "Mails the figures of the day that is over to the administrators."),
        At<UnusualAccessWatch>("20 7 * * * ?", "Looks through what was opened for unusual access to patients' records."),
        At<AnchorTrail>("50 0 * * * ?", "Writes down outside the database where the audit trail ends."),
        At<SealMonths>("0 30 2 * * ?", "Seals the months of the audit trail that are over."),
        At<VerifyTrail>("0 50 2 * * ?", "Walks through the whole audit trail and tells the administrators when something is wrong."),
        At<VerifyFields>("0 20 3 * * ?", "Opens every encrypted field and tells the administrators when one was changed or moved."),
        At<VerifyNotes>("0 30 3 * * ?", "Compares every signed note with what was signed and tells the administrators when one was changed."),
        At<Housekeeping>("0 40 3 * * ?", "Forgets runs and form keys of long ago."),
    ];

    private static Timed At<TJob>(string cron, string does) where TJob : IHospitalJob => new(typeof(TJob), cron, does, (quartz, when) =>
        quartz.ScheduleJob<QuartzRun<TJob>>(
            trigger => trigger.WithIdentity($"{typeof(TJob).Name} {when}").WithCronSchedule(when, c => c.InTimeZone(TimeZoneInfo.Utc)),
            job => job.WithIdentity(typeof(TJob).Name)));

    /// <summary>Keeps the timetable in the hospital's database, so that of many servers exactly one runs each job.</summary>
    public static void AddSchedule(this WebApplicationBuilder builder, HospitalDatabase database)
    {
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddScoped<TamperAlarm>();
        builder.Services.AddScoped<ChangedNotes>();
        if (!builder.Configuration.GetValue("Jobs:Run", true)) return;

        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.IdleWaitTime = TimeSpan.FromSeconds(builder.Configuration.GetValue("Jobs:LookEverySeconds", 5)));
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseClustering();
                store.ConfigureStore(rows => rows.LockFreeFiringRounds = false);
                if (database.IsSqlServer) store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                else store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
            });
            foreach (var timed in Timetable) timed.Schedule(quartz, timed.CronIn(builder.Configuration));
        });
        // A server that starts leaves what is already on the timetable alone: replacing it could run again what another has just run.
        builder.Services.Configure<QuartzOptions>(quartz => quartz.Scheduling.IgnoreDuplicates = true);
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<TimetableUpkeep>();
    }
}
