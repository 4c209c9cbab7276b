using System.Net;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class MailTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task A_letter_is_listed_and_can_be_read()
    {
        await App.Save(Given.Mail(to: "reader@example.org", body: "Come at nine."));

        var page = await As(Role.Admin).Open("/admin/mail");
        Assert.Contains("reader@example.org", page.Main, StringComparison.Ordinal);
        page = await page.Click("Your visit");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task An_unconfirmed_letter_is_sent_again_by_hand_only()
    {
        var mail = Given.Mail();
        mail.LeaveUnconfirmed("No answer");
        await App.Save(mail);
        var page = await As(Role.Admin).Open($"/admin/mail/{mail.Id}");

        page = await page.Submit();

        Assert.Contains("is on its way again", page.Notice, StringComparison.Ordinal);
        Assert.Equal(MailStatus.Queued, await App.UsingDb(async db => (await db.FindAsync<OutgoingMail>(mail.Id))!.Status));
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_is_not_sent_again()
    {
        var mail = Given.Mail(uselessAfter: App.Clock.Now.AddHours(-1));
        mail.Claim(App.Clock.Now);
        await App.Save(mail);
        var page = await As(Role.Admin).Open($"/admin/mail/{mail.Id}");

        page = await page.Submit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("no longer of use", page.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_letters_are_on_the_next_page_and_none_is_skipped()
    {
        await App.Save([.. Enumerable.Range(0, 70).Select(i => Given.Mail(to: $"page{i}@example.org", queuedAt: App.Clock.Now.AddYears(-1).AddMinutes(i / 3)))]);
        var browser = As(Role.Admin);

        var seen = new List<string>();
        for (var page = await browser.Open("/admin/mail?Status=Queued"); ; page = await page.Click("Older"))
        {
            seen.AddRange(page.Texts("td[data-label=To]").Where(to => to.StartsWith("page", StringComparison.Ordinal)));
            if (page.Document.QuerySelector(".hw-pager a:last-child")?.TextContent != "Older") break;
        }

        Assert.Equal(70, seen.Distinct().Count());
        Assert.Equal(70, seen.Count);
    }

    [Fact]
    public async Task A_letter_that_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Admin).Open($"/admin/mail/{Guid.NewGuid()}")).Status);
}
