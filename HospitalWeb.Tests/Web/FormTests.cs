using System.Net;
using HospitalWeb.Data.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

public sealed class FormTests(HospitalApp app) : PageTest(app)
{
    private static readonly (string, string)[] Answers = [("Input.FamilyName", "Clickwell"), ("Input.BirthDate", "14-Jul-1945"), ("Input.Sex", "Female")];

    [Fact]
    public async Task A_form_that_is_sent_many_times_at_once_does_its_work_once_and_leads_everybody_to_the_result()
    {
        var form = await As(Role.Receptionist).Open("/reception/patients/new");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Submit(Answers)));

        Assert.Equal(1, await App.UsingDb(db => db.Patients.CountAsync(p => p.FamilyName == "Clickwell")));
        Assert.Single(answers.Select(answer => answer.Path).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task A_form_of_another_patient_is_refused_and_saves_nothing()
    {
        var (ann, ben) = (Given.Patient("Archer"), Given.Patient("Baker"));
        await App.Save(ann, ben);
        var form = await As(Role.Receptionist).Open($"/reception/patients/{ann.Id}/edit");

        form.Document.QuerySelector("main form")!.SetAttribute("action", $"/reception/patients/{ben.Id}/edit");
        var refused = await form.Submit(("Input.FamilyName", "Changed"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("opened for another patient", refused.Main);
        Assert.False(await App.UsingDb(db => db.Patients.AnyAsync(p => p.FamilyName == "Changed")));
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        var form = await As(Role.Receptionist).Open("/reception/patients/new");
        form.Document.QuerySelector("main [name=__RequestVerificationToken]")!.Remove();

        Assert.Equal(HttpStatusCode.BadRequest, (await form.Submit(Answers)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reception")]
    [InlineData("/no-such-page")]
    [InlineData("/css/site.css")]
    public async Task Every_answer_allows_no_script_or_style_of_a_page_s_own(string path)
    {
        var headers = (await As(Role.Receptionist).Open(path)).Response.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
    }
}
