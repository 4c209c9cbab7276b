using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Tests.Support;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

/// <summary>A patient who tries one id after the other, against the limits the program comes with.</summary>
public sealed class ScrapeTests(TestServer server) : IAsyncLifetime
{
    private const int Ids = 2_000, PagesAMinute = 30;
    private readonly HospitalApp app = new(server) { Settings = { ["Limits:Run"] = "true" } };

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_is_found_most_is_refused_unread_and_one_alarm_is_raised()
    {
        var (mine, theirs) = (Given.NotAllergic("Mine"), Given.NotAllergic("Theirs"));
        await app.Save(mine, theirs);
        var bills = new List<Guid>();
        for (var number = 1; number <= 20; number++) bills.Add((await app.IssuedAsync(Given.ADraft(theirs, 10), number)).Id);
        using var client = app.CreateClient();
        foreach (var (name, value) in new[] { (HeaderSignIn.RoleHeader, nameof(Role.Patient)), (HeaderSignIn.PatientHeader, mine.Id.ToString()), (HeaderSignIn.AccountHeader, Guid.NewGuid().ToString()) }) client.DefaultRequestHeaders.Add(name, value);
        var began = System.Diagnostics.Stopwatch.StartNew();

        Dictionary<HttpStatusCode, int> answers = [];
        for (var tried = 0; tried < Ids; tried++)
        {
            using var answer = await client.GetAsync($"/patient/bills/{(tried < bills.Count ? bills[tried] : Guid.NewGuid())}");
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
            Assert.DoesNotContain("Theirs", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        await app.Settled();

        var minutes = (int)began.Elapsed.TotalMinutes + 1;
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Keys.Order());
        Assert.InRange(answers[HttpStatusCode.NotFound], PagesAMinute, PagesAMinute * (minutes + 1));
        Assert.Equal(1, await app.UsingDb(db => db.AccessAlarms.CountAsync(alarm => alarm.Rule == AlarmRule.ManyRefusals)));
        Assert.Equal(bills.Count, await app.UsingDb(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.AccessDenied && e.PatientId == theirs.Id)));
    }
}
