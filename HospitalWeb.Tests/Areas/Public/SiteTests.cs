using System.Net;
using HospitalWeb.Domain.Content;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Public;

public sealed class SiteTests(HospitalApp app) : PageTest(app)
{
    private static Article AnArticle(string slug, bool published = true, string body = "Drink water.")
    {
        var article = new Article { Slug = slug, Title = $"About {slug}", Summary = "In short.", Body = body, IsFeatured = true };
        if (published) article.Publish(Given.Now);
        return article;
    }

    [Fact]
    public async Task The_first_page_shows_the_emergency_number_and_featured_articles()
    {
        await App.Save(AnArticle("fever"), AnArticle("secret", published: false));

        var page = await Anonymous().Open("/");

        Assert.Equal("112", page.Text("main a[href^='tel:'] strong"));
        Assert.Contains("About fever", page.Main);
        Assert.DoesNotContain("About secret", page.Main);
    }

    [Fact]
    public async Task An_article_is_text_and_never_markup()
    {
        await App.Save(AnArticle("flu", body: "## Rest\nSleep <script>alert(1)</script>\n\n- water\n- tea"));

        var page = await Anonymous().Open("/articles/flu");

        Assert.Equal(["water", "tea"], page.Texts("article li"));
        Assert.Equal("Rest", page.Text("article h2"));
        Assert.Null(page.Document.QuerySelector("main script"));
        Assert.Contains("<script>alert(1)</script>", page.Main);
    }

    [Fact]
    public async Task An_unpublished_article_is_not_found()
    {
        await App.Save(AnArticle("draft", published: false));

        Assert.Equal(HttpStatusCode.NotFound, (await Anonymous().Open("/articles/draft")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Anonymous().Open("/articles/no-such")).Status);
    }

    [Fact]
    public async Task Doctors_are_listed_with_their_next_free_time()
    {
        var (busy, free) = (Given.Doctor("Busy", "Bea"), Given.Doctor("Free", "Fay"));
        free.Specialty = "Cardiology";
        await App.Save([busy, free, .. Given.EveryDay(free), Given.Appointment(Given.Patient(), free, Given.Now)]);

        var page = await Anonymous().Open("/doctors");

        Assert.Contains("Dr F Free Cardiology Next free time: 2 March 2026 at 9:30am", page.Main);
        Assert.Contains("Dr B Busy No free time in the next 14 days.", page.Main);
        Assert.Contains("2 March 2026 at 9:30am", (await page.Click("Dr F Free")).Path.StartsWith("/doctors/", StringComparison.Ordinal) ? page.Main : "");
    }

    [Fact]
    public async Task A_doctors_page_shows_free_times_and_never_the_licence()
    {
        var doctor = Given.Doctor("Open", "Ola");
        await App.Save([doctor, .. Given.EveryDay(doctor)]);

        var page = await Anonymous().Open($"/doctors/{doctor.Id}");

        Assert.Contains("9:30am", page.Texts("main li"));
        Assert.DoesNotContain(doctor.LicenceNumber!, page.Main);
    }

    [Fact]
    public async Task A_doctor_who_has_left_is_not_found()
    {
        var doctor = Given.Doctor("Gone");
        doctor.Leave();
        await App.Save(doctor);

        Assert.Equal(HttpStatusCode.NotFound, (await Anonymous().Open($"/doctors/{doctor.Id}")).Status);
    }

    [Fact]
    public async Task The_list_of_doctors_takes_few_commands()
    {
        await Anonymous().Open("/doctors");

        Assert.InRange(await CommandsOf(() => Anonymous().Open("/doctors")), 1, 3);
    }

    [Fact]
    public async Task Questions_fold_open_and_hidden_ones_stay_away()
    {
        await App.Save(new Faq { Question = "Where do I park?", Answer = "Behind the house.", Order = 1 }, new Faq { Question = "Old one?", Answer = "No.", IsActive = false });

        var page = await Anonymous().Open("/faq");

        Assert.Equal(["Where do I park?"], page.Texts("main details summary"));
    }

    [Fact]
    public async Task One_policy_is_in_force_and_a_new_one_replaces_it_in_one_save()
    {
        Assert.Contains("The privacy policy is being written.", (await Anonymous().Open("/privacy")).Main);
        await App.Save(InForce("1"));
        Assert.Contains("Edition 1, in force since 1 January 2026.", (await Anonymous().Open("/privacy")).Main);

        await Assert.ThrowsAsync<DbUpdateException>(() => App.Save(InForce("2")));
        await App.UsingDb(async db =>
        {
            db.Add(InForce("3", await db.Set<PrivacyPolicy>().SingleAsync(p => p.Status == PolicyStatus.Active)));
            await db.SaveChangesAsync();
        });

        Assert.Contains("Edition 3", (await Anonymous().Open("/privacy")).Main);
    }

    private static PrivacyPolicy InForce(string edition, PrivacyPolicy? current = null)
    {
        var policy = new PrivacyPolicy { Edition = edition, Title = "How we keep your record", Body = "Safely.", EffectiveFrom = new(2026, 1, 1) };
        policy.Activate(current);
        return policy;
    }
}
