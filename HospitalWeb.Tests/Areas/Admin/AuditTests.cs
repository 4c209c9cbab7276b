using System.Net;
using HospitalWeb.Audit;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class AuditTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Entries_are_found_by_patient()
    {
        var (wanted, other) = (Given.Patient("Wanted"), Given.Patient("Other"));
        await App.Save(wanted, other);

        var page = await (await As(Role.Auditor).Open("/admin/audit")).SubmitForm("form.hw-filter", ("Filter.Patient", HumanNumber.Of(wanted)));

        Assert.NotEmpty(page.Texts("td[data-label=Patient]"));
        Assert.All(page.Texts("td[data-label=Patient]"), patient => Assert.Equal(HumanNumber.Of(wanted), patient));
        Assert.Contains("Data filtered", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_are_found_by_what_was_done_and_when()
    {
        await App.UsingDb(db => { db.Record(AuditAction.Export, "Patient", "all"); return db.SaveChangesAsync(); });
        var browser = As(Role.Auditor);

        Assert.Single((await browser.Open("/admin/audit?Filter.Action=Export&Filter.From=02-Mar-2026&Filter.Until=02-Mar-2026")).Texts("tbody tr"));
        Assert.Contains("No entries match", (await browser.Open("/admin/audit?Filter.Action=Export&Filter.Until=01-Mar-2026")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_shows_what_changed_before_and_after()
    {
        var mail = Given.Mail();
        await App.Save(mail);
        await App.UsingDb(async db => { (await db.FindAsync<HospitalWeb.Domain.Mail.OutgoingMail>(mail.Id))!.LeaveUnconfirmed("No answer"); await db.SaveChangesAsync(); });
        var page = await As(Role.Auditor).Open("/admin/audit?Filter.Action=Update");

        page = await page.Click(page.Texts("tbody th a")[0]);

        Assert.Contains("Queued", page.Main, StringComparison.Ordinal);
        Assert.Contains("Unconfirmed", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_says_that_the_trail_is_whole()
    {
        var page = await (await As(Role.Auditor).Open("/admin/audit/verify")).Submit();

        Assert.Contains("none changed, removed, added or moved", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Auditor).Open("/admin/audit/999999")).Status);
}
