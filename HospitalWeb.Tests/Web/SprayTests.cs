using System.Net;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

/// <summary>One password tried on 500 names from one address that says it is many, against the limits the program comes with.</summary>
public sealed class SprayTests(TestServer server) : IAsyncLifetime
{
    private const int Names = 500, TriesAMinute = 20;
    private readonly HospitalApp app = new(server) { Settings = { ["Limits:Run"] = "true" } };

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Most_are_refused_unread_and_one_alarm_is_raised()
    {
        var auditor = await AnAuditor();
        var page = await new Browser(app.CreateClient()).Open(SignIn.SignInPath);
        var began = System.Diagnostics.Stopwatch.StartNew();

        var refused = 0;
        for (var name = 0; name < Names; name++)
        {
            page.Browser.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            page.Browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{name % 250}");
            if ((await page.Submit(("Input.Email", $"person{name}@hospital.example"), ("Input.Password", "Summer2026 is long"))).Status == HttpStatusCode.TooManyRequests) refused++;
        }
        await app.Settled();

        var minutes = (int)began.Elapsed.TotalMinutes + 1;
        Assert.InRange(refused, Names - TriesAMinute * (minutes + 1), Names - SprayAlarm.Names);
        Assert.Equal(1, await app.UsingDb(db => db.Notifications.CountAsync(n => n.AccountId == auditor)));
        Assert.Equal(1, await app.UsingDb(db => db.AuditEntries.CountAsync(e => e.EntityType == "Address")));
    }

    private async Task<Guid> AnAuditor()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var auditor = new Account { UserName = "auditor@hospital.example", Email = "auditor@hospital.example", DisplayName = "An Auditor", CreatedAt = app.Clock.Now };
        await accounts.CreateAsync(auditor);
        await accounts.AddToRoleAsync(auditor, nameof(Role.Auditor));
        return auditor.Id;
    }
}
