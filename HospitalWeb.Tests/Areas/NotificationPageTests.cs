using System.Net;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas;

public sealed class NotificationPageTests(HospitalApp app) : PageTest(app)
{
    private static Notification To(Guid account, Severity severity, string title) => Notification.To(account, NotificationKind.CriticalResult, severity, title, "Body", "/doctor", null, Given.Now);

    [Fact]
    public async Task High_priority_stands_above_the_rest_and_the_bell_counts_in_words()
    {
        var me = Guid.NewGuid();
        await App.Save(To(me, Severity.Medium, "Later"), To(me, Severity.Critical, "First"), To(Guid.NewGuid(), Severity.Critical, "Not mine"));

        var page = await As(Role.Doctor, account: me).Open("/notifications");

        Assert.Equal(["High priority", "Priority"], page.Texts(".hw-card h2"));
        Assert.Equal("2 new, critical", page.Text(".hw-bell-count"));
        Assert.DoesNotContain("Not mine", page.Main);
    }

    [Fact]
    public async Task Seen_is_not_handled_and_acknowledging_takes_a_name_and_a_deed()
    {
        var me = Guid.NewGuid();
        var critical = To(me, Severity.Critical, "Potassium 6.9");
        await App.Save(critical, To(me, Severity.Low, "Small"));
        var doctor = As(Role.Doctor, account: me);

        var seen = await (await doctor.Open("/notifications")).Submit();
        Assert.Equal("1 new, critical", seen.Text(".hw-bell-count"));

        var form = await doctor.Open($"/notifications/{critical.Id}/acknowledge");
        Assert.Contains("Say what you did about it.", (await form.Submit(("Input.ActionTaken", ""))).Errors);
        var done = await form.Submit(("Input.ActionTaken", "Gave calcium, rang the ward"));

        Assert.Contains("Acknowledged by Test Doctor", done.Main);
        Assert.Equal("", done.Text(".hw-bell-count"));
        Assert.Equal("Gave calcium, rang the ward", (await App.UsingDb(db => db.Notifications.SingleAsync(n => n.Id == critical.Id))).ActionTaken);
    }

    [Fact]
    public async Task Of_many_that_came_at_one_moment_each_page_brings_others_and_none_is_lost()
    {
        var me = Guid.NewGuid();
        await App.Save(Enumerable.Range(0, 110).Select(n => To(me, Severity.Medium, $"Message {n:000}")).ToArray<object>());

        List<string> titles = [];
        for (var page = await As(Role.Doctor, account: me).Open("/notifications"); ; page = await page.Click("Older"))
        {
            titles.AddRange(page.Texts(".hw-notifications strong"));
            if (page.Document.QuerySelector(".hw-pager a:last-child")?.TextContent != "Older") break;
        }

        Assert.Equal(Enumerable.Range(0, 110).Select(n => $"Message {n:000}"), titles.Order());
    }

    [Fact]
    public async Task Somebody_elses_is_not_found()
    {
        var other = To(Guid.NewGuid(), Severity.Critical, "Other");
        await App.Save(other);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"/notifications/{other.Id}/acknowledge")).Status);
    }
}
