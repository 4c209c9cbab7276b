using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class VerifyTrailTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var chief = new Account { UserName = "chief@example.org", Email = "chief@example.org", DisplayName = "Chief", CreatedAt = app.Clock.Now };
        await accounts.CreateAsync(chief);
        await accounts.AddToRoleAsync(chief, nameof(Role.Admin));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_whole_trail_alarms_nobody()
    {
        await app.Run<VerifyTrail>();

        Assert.Null((await app.UsingDb(db => db.AuditChecks.SingleAsync())).Fault);
        Assert.False(await app.UsingDb(db => db.Notifications.AnyAsync()));
    }

    [Fact]
    public async Task A_broken_trail_is_told_to_each_administrator_once_a_day_and_the_job_has_failed()
    {
        await Tamper("UPDATE \"AuditEntry\" SET \"AccountName\" = 'Nobody' WHERE \"Sequence\" = 3");

        var failure = await Assert.ThrowsAsync<AuditUnavailable>(() => app.Run<VerifyTrail>());
        await Assert.ThrowsAsync<AuditUnavailable>(() => app.Run<VerifyTrail>());

        Assert.StartsWith("Entry 3 was changed", failure.Message, StringComparison.Ordinal);
        Assert.Equal("chief@example.org", (await app.UsingDb(db => db.OutgoingMails.SingleAsync(m => m.Key.StartsWith("audit/")))).To);
        Assert.True((await app.UsingDb(db => db.Notifications.SingleAsync())).NeedsAcknowledgement);
    }

    [Fact]
    public async Task When_nothing_can_be_saved_any_more_the_letter_still_goes_out()
    {
        await Tamper("UPDATE \"AuditHead\" SET \"Sequence\" = 2");

        await Assert.ThrowsAsync<AuditUnavailable>(() => app.Run<VerifyTrail>());

        Assert.Single(Directory.GetFiles(app.Services.GetRequiredService<Mail.Postman>().Folder));
    }

    private Task Tamper(string sql) => app.PastGuardsAsync("AuditEntry", sql);
}
