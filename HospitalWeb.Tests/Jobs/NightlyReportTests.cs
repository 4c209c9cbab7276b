using System.Text;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class NightlyReportTests(TestServer server) : IAsyncLifetime
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
    public async Task Yesterday_in_figures_goes_to_each_administrator_once()
    {
        await app.Save(Given.Appointment(Given.Patient(), Given.Doctor(), app.Clock.Now.AddDays(-1)));
        var seal = Convert.ToHexStringLower((await app.UsingDb(db => db.AuditHeads.AsNoTracking().SingleAsync())).Hash);

        await app.Run<NightlyReport>();
        await app.Run<NightlyReport>();

        var mail = Assert.Single(await Reports());
        Assert.Equal("chief@example.org", mail.To);
        Assert.Contains("Scheduled: 1", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Paid together: £0.00", mail.Body, StringComparison.Ordinal);
        Assert.Contains(seal, mail.Body, StringComparison.Ordinal);
        Assert.Contains("\"Appointments\",\"Together\",\"1\"", Encoding.UTF8.GetString(mail.Attachments.Single(a => a.FileName == "report-2026-03-01.csv").Content), StringComparison.Ordinal);
        var pdf = mail.Attachments.Single(a => a.FileName == "report-2026-03-01.pdf");
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(pdf.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_day_has_its_own_report()
    {
        await app.Run<NightlyReport>();
        app.Clock.Now = app.Clock.Now.AddDays(1);

        await app.Run<NightlyReport>();

        Assert.Equal(2, (await Reports()).Count);
    }

    private Task<List<OutgoingMail>> Reports() => app.UsingDb(db => db.OutgoingMails.AsNoTracking().Where(m => m.Key.StartsWith("report/")).ToListAsync());
}
