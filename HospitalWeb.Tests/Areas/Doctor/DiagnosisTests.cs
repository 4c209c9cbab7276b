using System.Net;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class DiagnosisTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData("E11.9", "E11.9 Type 2 diabetes mellitus without complications")]
    [InlineData("diab type 2 without", "E11.9 Type 2 diabetes mellitus without complications")]
    [InlineData("crohn", "K50.90 Crohn's disease, unspecified, without complications")]
    public async Task A_diagnosis_is_found_by_code_or_beginnings_of_words(string typed, string found)
    {
        var visit = await AVisit();

        var page = await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q={Uri.EscapeDataString(typed)}");

        Assert.Contains(found, page.Texts(".hw-radio"));
    }

    [Fact]
    public async Task The_chosen_line_is_recorded_and_goes_on_the_problem_list_when_asked()
    {
        var visit = await AVisit();
        var form = await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q=E11.9");

        var next = await form.Submit(("Input.Code", "E11.9"), ("Input.AddToProblems", "true"));

        Assert.Contains("Type 2 diabetes mellitus without complications Primary, confirmed", next.Main);
        await App.UsingDb(async db =>
        {
            Assert.Equal("E11.9", (await db.Diagnoses.SingleAsync(d => d.EncounterId == visit.Id)).Concept.Code);
            Assert.True((await db.Conditions.SingleAsync(c => c.PatientId == visit.PatientId)).IsActive);
        });
    }

    [Fact]
    public async Task No_choice_and_the_same_twice_are_refused_and_no_match_says_so()
    {
        var visit = await AVisit();
        var form = await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q=E11.9");

        Assert.Contains("Choose a diagnosis from the list.", (await form.Submit()).Errors);
        await form.Submit(("Input.Code", "E11.9"));
        var twice = await (await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q=E11.9")).Submit(("Input.Code", "E11.9"));

        Assert.Contains("E11.9 is already a diagnosis of this visit.", twice.Errors);
        Assert.Contains("No match for “qqqq”.", (await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q=qqqq")).Main);
    }

    [Fact]
    public async Task A_wrong_diagnosis_is_removed_with_a_reason_and_stays_readable()
    {
        var visit = await AVisit();
        await (await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/add?q=E11.9")).Submit(("Input.Code", "E11.9"));
        var diagnosis = await App.UsingDb(db => db.Diagnoses.SingleAsync(d => d.EncounterId == visit.Id));
        var form = await As(Role.Doctor).Open($"{Path(visit)}/diagnoses/{diagnosis.Id}/remove");

        Assert.Contains("Give the reason for removing the diagnosis.", (await form.Submit(("Input.Reason", ""))).Errors);
        var next = await form.Submit(("Input.Reason", "Wrong patient"));

        Assert.Contains("removed: Wrong patient", next.Main);
        Assert.Contains("E11.9", next.Text(".hw-void"));
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"{Path(await AVisit())}/diagnoses/{diagnosis.Id}/remove")).Status);
    }

    [Fact]
    public async Task A_problem_is_added_ended_and_stays_among_the_past()
    {
        var visit = await AVisit();
        var list = $"/doctor/patients/{visit.PatientId}/problems";
        var form = await As(Role.Doctor).Open($"{list}/add?q=asthma");

        Assert.Contains("The onset cannot lie in the future.", (await form.Submit(("Input.Code", "J45.909"), ("Input.OnsetOn", "+1d"))).Errors);
        Assert.Contains("Unspecified asthma, uncomplicated", (await form.Submit(("Input.Code", "J45.909"), ("Input.OnsetOn", "1-Jan-2020"))).Main);
        var twice = await (await As(Role.Doctor).Open($"{list}/add?q=asthma")).Submit(("Input.Code", "J45.909"));
        Assert.Contains("is already on the problem list.", twice.Errors);

        var problem = await App.UsingDb(db => db.Conditions.SingleAsync(c => c.PatientId == visit.PatientId));
        var end = await As(Role.Doctor).Open($"{list}/{problem.Id}/end");
        Assert.Contains("Say how the problem ends.", (await end.Submit()).Errors);
        Assert.Contains("Give the reason.", (await end.Submit(("Input.Ending", "EnteredInError"))).Errors);
        Assert.Contains("resolved 02-Mar-2026", (await end.Submit(("Input.Ending", "Resolved"))).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Doctor).Open($"/doctor/patients/{Guid.NewGuid()}/problems")).Status);
    }

    private static string Path(Encounter visit) => $"/doctor/patients/{visit.PatientId}/visits/{visit.Id}";

    private async Task<Encounter> AVisit()
    {
        var visit = Given.AVisit();
        await App.Save(visit);
        return visit;
    }
}
