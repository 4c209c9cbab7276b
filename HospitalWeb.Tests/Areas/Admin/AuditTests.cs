using System.Net;
using HospitalWeb.Audit;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

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

        var that = await browser.Open("/admin/audit?Filter.Action=Export&Filter.From=02-Mar-2026&Filter.Until=02-Mar-2026");
        Assert.All(that.Texts("td[data-label=Did]"), did => Assert.Equal("Export", did));
        Assert.Contains("Patient", that.Texts("td[data-label=What]"));
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
    public async Task Only_security_is_shown_when_that_is_asked()
    {
        await App.Save(Given.Mail());
        await App.UsingDb(db => { db.Record(AuditAction.Export, "Thing", "all"); return db.SaveChangesAsync(); });

        var page = await (await As(Role.Auditor).Open("/admin/audit")).SubmitForm("form.hw-filter", ("Filter.SecurityOnly", "true"));

        Assert.Contains("Thing", page.Texts("td[data-label=What]"));
        Assert.DoesNotContain("Outgoing mail", page.Texts("td[data-label=What]"));
    }

    [Theory]
    [InlineData("Entry", "th[data-label=Entry]"), InlineData("When", "td[data-label=When]"), InlineData("Who", "td[data-label=Who]"), InlineData("Did", "td[data-label=Did]")]
    [InlineData("What", "td[data-label=What]"), InlineData("Patient", "td[data-label=Patient]"), InlineData("Outcome", "td[data-label=Outcome]"), InlineData("Where", "td[data-label=Where]")]
    public async Task Every_column_sorts_both_ways_and_pages_through_every_entry_once(string column, string cell)
    {
        await App.Save(Given.Patient("Sorted"), Given.Mail());
        for (var i = 0; i < 60; i++) await App.Save(Given.Mail());
        var all = await App.UsingDb(db => db.AuditEntries.CountAsync());

        foreach (var up in new[] { true, false })
        {
            List<string> cells = [], entries = [];
            var page = await As(Role.Auditor).Open($"/admin/audit?Sort={column}&Up={up}");
            while (true)
            {
                // Before an outcome stands its sign.
                cells.AddRange(page.Texts(cell).Select(text => column == "Outcome" ? text.Split(' ')[^1] : text));
                entries.AddRange(page.Texts("th[data-label=Entry]"));
                if (!page.Texts("nav.hw-pager a").Contains("More entries")) break;
                page = await page.Click("More entries");
            }

            Assert.Equal(all, entries.Distinct().Count());
            Assert.Equal(all, entries.Count);
            // Equal values stand together.
            if (column is not "Entry") Assert.Equal(cells.Distinct(), cells.Where((value, at) => at == 0 || value != cells[at - 1]));
        }
    }

    [Fact]
    public async Task A_column_that_does_not_exist_sorts_nothing() => Assert.Empty((await As(Role.Auditor).Open("/admin/audit?Sort=Hash;DROP")).Texts("tbody tr"));

    [Fact]
    public async Task The_file_holds_what_the_list_shows_and_nothing_that_a_spreadsheet_would_run()
    {
        await App.UsingDb(db => { db.Record(AuditAction.Import, "=HYPERLINK(\"http://evil\")", "+1", reason: "\"quoted\", and more"); return db.SaveChangesAsync(); });

        var answer = await As(Role.Auditor).Client.GetAsync("/admin/audit/export?Filter.Action=Import");

        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(("text/csv", 2), (answer.Content.Headers.ContentType!.MediaType, lines.Length));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\",\"'+1\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"\"\"quoted\"\", and more\"", lines[1], StringComparison.Ordinal);
        Assert.True(await App.UsingDb(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.Export && e.EntityType == "AuditTrail" && e.AccountName == "Test Auditor")));
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Auditor).Open("/admin/audit/999999")).Status);
}
