using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

/// <summary>Every role follows every kind of link through a whole hospital, whatever the link is called.</summary>
public sealed partial class CrawlTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const int OfEachKind = 2, PagesOfOneRole = 160;

    [Fact]
    public async Task Looking_changes_nothing_and_every_answer_carries_the_headers()
    {
        var before = await demo.App.HashesAsync();
        List<string> missing = [], failed = [];
        var pages = 0;
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            using var client = await ClientOf(role);
            foreach (var start in new[] { "/", "/css/site.css", "/js/site.js", "/nowhere", "/Patient/Record/x.css", "/error", "/health/live", "/%25", "/doctor/patients/x" })
            {
                using var answer = await client.GetAsync(start);
                missing.AddRange(ResponseHeaders.Missing(answer, start.StartsWith("/css", StringComparison.Ordinal) || start.StartsWith("/js", StringComparison.Ordinal)));
            }

            pages += await Crawl(client, missing, failed);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages as {Enum.GetValues<Role>().Length} roles and as nobody");
        Assert.Equal([], missing.Distinct().Take(20));
        Assert.Equal([], failed);
        Assert.Equal([], (await demo.App.HashesAsync()).ChangedSince(before));
        Assert.InRange(pages, 300, int.MaxValue);
    }

    private static async Task<int> Crawl(HttpClient client, List<string> missing, List<string> failed)
    {
        var waiting = new Queue<string>(HospitalWeb.Web.Navigation.Areas.Select(area => area.Home));
        HashSet<string> seen = [];
        Dictionary<string, int> kinds = [];
        var pages = 0;
        while (pages < PagesOfOneRole && waiting.TryDequeue(out var path))
        {
            var kind = Ids().Replace(path, "*");
            if (!seen.Add(path) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > OfEachKind) continue;

            using var answer = await client.GetAsync(path);
            pages++;
            missing.AddRange(ResponseHeaders.Missing(answer));
            if ((int)answer.StatusCode >= 500) failed.Add($"{path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href], [formaction]").Select(a => a.GetAttribute("href") ?? a.GetAttribute("formaction")!).Where(link => link.StartsWith('/') && !Sheets().IsMatch(link))) waiting.Enqueue(link.Split('#')[0]);
        }

        return pages;
    }

    private async Task<HttpClient> ClientOf(Role? role)
    {
        var client = demo.App.CreateClient(new() { AllowAutoRedirect = false });
        if (role is not { } r) return client;

        var name = r.ToString();
        var account = await demo.App.UsingDb(db => db.Users.AsNoTracking().Where(u => db.UserRoles.Any(ur => ur.UserId == u.Id && db.Roles.Any(x => x.Id == ur.RoleId && x.Name == name))).OrderBy(u => u.Email).FirstAsync());
        client.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, name);
        client.DefaultRequestHeaders.Add(HeaderSignIn.AccountHeader, account.Id.ToString());
        if (account.PractitionerId is { } practitioner) client.DefaultRequestHeaders.Add(HeaderSignIn.PractitionerHeader, practitioner.ToString());
        if (account.PatientId is { } patient) client.DefaultRequestHeaders.Add(HeaderSignIn.PatientHeader, patient.ToString());
        return client;
    }

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|\?.*$")]
    private static partial Regex Ids();

    // Each sheet would start the engine that makes PDFs.
    [GeneratedRegex(@"/(invoice|receipt|print|report)(\?|$)")]
    private static partial Regex Sheets();
}
