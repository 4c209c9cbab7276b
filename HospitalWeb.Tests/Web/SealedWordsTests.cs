using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

/// <summary>Addresses are kept by browsers and proxies: they do not say who was looked for.</summary>
public sealed class SealedWordsTests(HospitalApp app) : PageTest(app)
{
    private const string Name = "Quetzalcoatl";

    [Theory]
    [InlineData(Role.Receptionist, "/reception/patients"), InlineData(Role.Receptionist, "/reception"), InlineData(Role.Doctor, "/doctor/patients"), InlineData(Role.Nurse, "/nurse/patients")]
    [InlineData(Role.BillingClerk, "/billing"), InlineData(Role.WardManager, "/wards/admit")]
    public async Task A_search_is_gone_back_to_by_an_address_without_the_name(Role role, string path)
    {
        var found = await As(role, practitioner: Guid.NewGuid()).Search(path, Name);

        Assert.Equal(path, found.Path);
        Assert.DoesNotContain(Name, found.PathAndQuery, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"“{Name}”", (await found.Browser.Open(found.PathAndQuery)).Main);
        Assert.Equal(Name, found.Document.QuerySelector("main form[role=search] input[name=q i]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_search_in_the_top_bar_leads_to_the_desk_s_own()
    {
        var found = await (await As(Role.Nurse).Open("/nurse")).SubmitForm("form.hw-find", ("q", Name));

        Assert.Equal("/nurse/patients", found.Path);
        Assert.Contains($"“{Name}”", found.Main);
        Assert.DoesNotContain(Name, found.PathAndQuery, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_the_trail_s_filters_the_patient_is_sealed_and_the_others_are_not()
    {
        var page = await (await As(Role.Auditor).Open("/admin/audit")).Submit(("Filter.Patient", "PAT-00042"), ("Filter.From", "05-Jan-2026"));

        Assert.Contains("patient PAT-00042 and from 05-Jan-2026", page.Text(".hw-filtered"));
        Assert.DoesNotContain("00042", page.PathAndQuery);
        Assert.Contains("Filter.From=05-Jan-2026", page.PathAndQuery);
    }

    [Fact]
    public async Task Words_that_were_not_sealed_here_search_nothing()
    {
        var page = await As(Role.Receptionist).Open($"/reception/patients?q={Name}");

        Assert.Contains("Type a part of the name", page.Main);
        Assert.Contains("Search again.", page.Text(".hw-error"));
    }

    [Theory]
    [InlineData("/admin/audit", HttpStatusCode.OK), InlineData("/admin/audit/export", HttpStatusCode.BadRequest)]
    public async Task A_filter_that_cannot_be_read_shows_nothing_rather_than_everything(string path, HttpStatusCode expected)
    {
        await App.Save(Given.Patient());

        var page = await As(Role.Auditor).Open($"{path}?Filter.Patient=PAT-00042");

        Assert.Equal(expected, page.Status);
        Assert.Empty(page.Texts("tbody tr"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/"), InlineData("//elsewhere.example"), InlineData("/\\elsewhere.example"), InlineData("")]
    public async Task A_search_leads_nowhere_else(string to)
    {
        var page = await As(Role.Receptionist).Open("/reception/patients");
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await page.Browser.Client.PostAsync($"/find?to={Uri.EscapeDataString(to)}&seal=q", new FormUrlEncodedContent([new("q", Name), new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("/find", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
