using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class JobsTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_job_run_by_hand_does_its_work_and_the_list_says_so()
    {
        var mail = Given.Mail();
        await App.Save(mail);
        var page = await As(Role.Admin).Open("/admin/jobs");

        page = await page.SubmitForm("#run-SendMail");

        Assert.Equal("SendMail has run. Its result stands in the list.", page.Notice.Trim());
        Assert.Contains("02-Mar-2026 09:00", page.Texts("tbody tr").Single(row => row.StartsWith("Send mail", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(MailStatus.Sent, await App.UsingDb(db => db.OutgoingMails.Where(m => m.Id == mail.Id).Select(m => m.Status).SingleAsync()));
        Assert.True(await App.UsingDb(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.Run && e.EntityId == "SendMail" && e.AccountName == "Test Admin")));
    }

    [Fact]
    public async Task A_double_click_runs_it_once()
    {
        var page = await As(Role.Admin).Open("/admin/jobs");

        var pages = await Task.WhenAll(page.SubmitForm("#run-NoShowMarking"), page.SubmitForm("#run-NoShowMarking"));

        Assert.All(pages, p => Assert.Equal("/admin/jobs", p.Path));
        Assert.Equal(1, await App.UsingDb(db => db.Set<HospitalWeb.Domain.Jobs.JobRun>().CountAsync(r => r.Name == "NoShowMarking")));
    }

    [Fact]
    public async Task The_list_takes_few_commands()
    {
        var browser = As(Role.Admin);
        await browser.Open("/admin/jobs");

        Assert.InRange(await CommandsOf(() => browser.Open("/admin/jobs")), 1, 3);
    }
}
