using HospitalWeb.Data.Jobs;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class JobRunnerTests(HospitalApp app) : PageTest(app)
{
    private static int done;

    [Fact]
    public async Task Of_many_servers_that_want_the_same_run_one_gets_it()
    {
        var got = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Runner.RunAsync(typeof(Work), App.Clock.Now, CancellationToken.None)));

        Assert.Equal((1, 1), (got.Count(it => it), done));
    }

    [Fact]
    public async Task How_a_run_ended_is_written_down()
    {
        await Runner.RunAsync(typeof(Trouble), App.Clock.Now, CancellationToken.None);

        var run = await App.UsingDb(db => db.JobRuns.SingleAsync(r => r.Name == nameof(Trouble)));
        Assert.Equal("InvalidOperationException: The printer is on fire.", run.Failure);
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public void Every_job_has_a_time_that_can_be_kept() =>
        Assert.All(Schedule.Timetable, timed => Assert.NotNull(timed.NextAfter(App.Clock.Now, App.Services.GetRequiredService<IConfiguration>())));

    private JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    private sealed class Work : IHospitalJob
    {
        public Task RunAsync(CancellationToken token)
        {
            Interlocked.Increment(ref done);
            return Task.CompletedTask;
        }
    }

    private sealed class Trouble : IHospitalJob
    {
        public Task RunAsync(CancellationToken token) => throw new InvalidOperationException("The printer is on fire.");
    }
}
