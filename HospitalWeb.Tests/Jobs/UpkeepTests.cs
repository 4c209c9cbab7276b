using HospitalWeb.Data.Jobs;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Jobs;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class UpkeepTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Notifications_expire_but_a_critical_one_stays_until_it_is_acknowledged()
    {
        var then = App.Clock.Now - Notification.Life - TimeSpan.FromDays(1);
        var (old, critical, young) = (Note(Severity.Low, then), Note(Severity.Critical, then), Note(Severity.Low, App.Clock.Now));
        await App.Save(old, critical, young);

        await App.Run<NotificationExpiry>();

        var left = await App.UsingDb(db => db.Notifications.Select(n => n.Id).ToListAsync());
        Assert.Equal(new[] { critical.Id, young.Id }.Order(), left.Order());
    }

    [Fact]
    public async Task Runs_that_went_well_are_forgotten_after_days_and_failures_after_months()
    {
        var (well, failed, recent) = (Run(days: 4), Run(days: 4), Run(days: 1));
        well.Finish(App.Clock.Now);
        failed.Finish(App.Clock.Now, "Broken");
        await App.Save(well, failed, recent);

        await App.Run<Housekeeping>();

        Assert.Equal(new[] { failed.Id, recent.Id }.Order(), (await App.UsingDb(db => db.JobRuns.Select(r => r.Id).ToListAsync())).Order());
    }

    private JobRun Run(int days) => new() { Name = "Test", DueAt = App.Clock.Now.AddDays(-days).AddTicks(Random.Shared.Next(1_000_000) * 10), StartedAt = App.Clock.Now.AddDays(-days), Host = "here" };

    private static Notification Note(Severity severity, DateTimeOffset at) => Notification.To(Guid.NewGuid(), NotificationKind.System, severity, "Title", "", null, null, at);
}
