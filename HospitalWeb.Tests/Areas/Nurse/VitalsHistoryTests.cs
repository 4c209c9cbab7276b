using System.Net;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class VitalsHistoryTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Curves_and_table_show_the_same_numbers()
    {
        var patient = Given.Patient();
        await App.Save(Given.Vitals(patient, pulse: 71, at: Given.Now.AddDays(-2)), Given.Vitals(patient, pulse: 88, at: Given.Now.AddDays(-1)));

        var page = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals");

        var pulse = page.Document.QuerySelectorAll("svg[role=img]").Single(svg => svg.GetAttribute("aria-label")!.StartsWith("Heart rate", StringComparison.Ordinal));
        Assert.Equal("Heart rate: 2 measurements from 28-Feb-2026 to 01-Mar-2026, latest 88 per min, before that 71.", pulse.GetAttribute("aria-label"));
        Assert.Equal(2, pulse.QuerySelectorAll(".hw-mark").Length);
        Assert.Contains("88", page.Text("tbody tr:nth-child(1)"));
        Assert.Contains("71", page.Text("tbody tr:nth-child(2)"));
    }

    [Fact]
    public async Task Older_ones_follow_by_key()
    {
        var patient = Given.Patient();
        await App.Save([.. Enumerable.Range(1, 30).Select(day => Given.Vitals(patient, pulse: 60 + day, at: Given.Now.AddDays(-day)))]);

        var first = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/vitals");
        var second = await first.Click("Older");

        Assert.Equal(25, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(5, second.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Those_of_one_moment_and_those_added_meanwhile_neither_go_missing_nor_come_twice()
    {
        var patient = Given.Patient();
        await App.Save([.. Enumerable.Range(1, 30).Select(at => Given.Vitals(patient, pulse: 60 + at, at: Given.Now.AddMilliseconds(-at / 10)))]);

        var first = await As(Role.Doctor).Open($"/doctor/patients/{patient.Id}/vitals");
        await App.UsingDb(async db =>
        {
            db.Add(Given.Vitals(await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id), pulse: 120, at: Given.Now.AddHours(1)));
            await db.SaveChangesAsync();
        });
        var second = await first.Click("Older");

        Assert.Equal(Enumerable.Range(61, 30).Select(pulse => $"{pulse}"), first.Texts("td[data-label^='Heart rate']").Concat(second.Texts("td[data-label^='Heart rate']")).Select(text => text.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task Vitals_entered_in_error_stay_struck_through_with_the_reason_and_score_nothing()
    {
        var signs = Given.Vitals(pulse: 131);
        await App.Save(signs);
        var list = await As(Role.Nurse).Open($"/nurse/patients/{signs.PatientId}/vitals");
        var form = await As(Role.Nurse).Open(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Contains("Give the reason.", (await form.Submit(("Input.Reason", ""))).Errors);
        var next = await form.Submit(("Input.Reason", "Wrong patient"));

        Assert.Contains("Entered in error Wrong patient (Test Nurse", next.Main);
        Assert.Contains(next.Texts("tbody .hw-void"), text => text.StartsWith("131", StringComparison.Ordinal));
        Assert.Contains("Not counted", next.Main);
        Assert.Contains("already marked", (await (await As(Role.Nurse).Open(form.Path)).Submit(("Input.Reason", "Again"))).Errors);
        Assert.Equal("Wrong patient", (await App.UsingDb(db => db.VitalSigns.SingleAsync(v => v.Id == signs.Id))).ErrorReason);
    }

    [Fact]
    public async Task Somebody_without_vitals_gets_the_next_step()
    {
        var patient = Given.Patient();
        await App.Save(patient);

        Assert.Contains("No vitals are recorded. Record the first set.", (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals")).Main);
    }

    [Fact]
    public async Task Anothers_vitals_are_not_found_under_this_patient()
    {
        var (signs, other) = (Given.Vitals(), Given.Patient("Jones"));
        await App.Save(signs, other);

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{other.Id}/vitals/{signs.Id}/error")).Status);
    }
}
