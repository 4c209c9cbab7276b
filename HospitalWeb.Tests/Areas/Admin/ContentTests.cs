using System.Net;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class ContentTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task An_article_is_written_as_a_draft_and_published_later()
    {
        var page = await (await As(Role.Admin).Open("/admin/content/articles")).Submit(("Input.Title", "Sleep well"), ("Input.Slug", "sleep-well"), ("Input.Category", "General"), ("Input.Summary", "How to sleep."), ("Input.Body", "Go to bed."));
        Assert.Contains("saved as a draft", page.Notice, StringComparison.Ordinal);

        page = await (await page.Click("Sleep well")).Submit(("Input.IsPublished", "true"));

        Assert.Contains("can be read by everybody", page.Notice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Anonymous().Open("/articles/sleep-well")).Status);
    }

    [Fact]
    public async Task A_question_is_added_and_hidden()
    {
        var page = await (await As(Role.Admin).Open("/admin/content/faqs")).Submit(("Input.Question", "May I bring my dog?"), ("Input.Answer", "Only guide dogs."));

        Assert.Contains("May I bring my dog?", page.Main, StringComparison.Ordinal);
        Assert.Contains("May I bring my dog?", (await Anonymous().Open("/faq")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_edition_of_the_policy_retires_the_one_before()
    {
        foreach (var edition in (string[])["1.0", "2.0"])
        {
            var page = await (await As(Role.Admin).Open("/admin/content/policies/new")).Submit(("Input.Edition", edition), ("Input.Title", "Privacy"), ("Input.Body", "We keep it safe."));
            page = await (await page.Click($"Edition {edition}, Privacy")).Submit();
            Assert.Contains("is in force", page.Notice, StringComparison.Ordinal);
        }

        var editions = await App.UsingDb(db => db.PrivacyPolicies.OrderBy(p => p.Edition).Select(p => p.Status).ToListAsync());
        Assert.Equal([PolicyStatus.Retired, PolicyStatus.Active], editions);
    }
}
