using System.Net;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class WaitingTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task The_most_urgent_come_first_and_among_equals_who_came_first()
    {
        await Clear();
        await Arrived("Later", 3, minutesAgo: 5);
        await Arrived("Earlier", 3, minutesAgo: 60);
        await Arrived("Urgent", 1, minutesAgo: 1);
        await Arrived("Calm", 5, minutesAgo: 120);

        var page = await As(Role.Nurse).Open("/nurse");

        Assert.Equal(["URGENT, Jane", "EARLIER, Jane", "LATER, Jane", "CALM, Jane"], page.Texts("tbody th a"));
        Assert.Contains("1 Resuscitation", page.Main);
    }

    [Fact]
    public async Task Who_has_vitals_no_longer_waits_and_shows_a_score()
    {
        await Clear();
        var visit = await Arrived("Done", 3, minutesAgo: 5);
        await App.UsingDb(async db =>
        {
            var found = await db.Encounters.Include(e => e.Patient).SingleAsync(e => e.Id == visit.Id);
            db.Add(Given.Vitals(visit: found, respiration: 25, saturation: 91, onOxygen: true));
            await db.SaveChangesAsync();
        });

        var page = await As(Role.Nurse).Open("/nurse");

        Assert.Contains("Nobody waits for vitals.", page.Main);
        Assert.Contains("NEWS2 8, high risk", page.Main);
    }

    [Fact]
    public async Task A_nurse_triages_and_the_list_follows()
    {
        await Clear();
        var visit = await Arrived("Smith", 4, minutesAgo: 5);
        var form = await As(Role.Nurse).Open($"/nurse/patients/{visit.PatientId}/visits/{visit.Id}/triage");

        var next = await form.Submit(("Input.Priority", "2"), ("Input.ChiefComplaint", "Chest pain"));

        Assert.Equal(("/nurse", "SMITH, Jane is triaged 2 Emergent."), (next.Path, next.Notice));
        var triaged = await App.UsingDb(db => db.Encounters.SingleAsync(e => e.Id == visit.Id));
        Assert.Equal((2, "Chest pain", "Test Nurse", App.Clock.Now), (triaged.Priority, triaged.ChiefComplaint, triaged.TriagedBy, triaged.TriagedAt));
    }

    [Fact]
    public async Task Without_a_priority_the_form_comes_back_and_a_completed_visit_refuses()
    {
        var visit = await Arrived("Smith", 4, minutesAgo: 5);
        var form = await As(Role.Nurse).Open($"/nurse/patients/{visit.PatientId}/visits/{visit.Id}/triage");

        var again = await form.Submit(("Input.ChiefComplaint", "Chest pain"), ("Input.Priority", ""));
        await App.UsingDb(db => db.Encounters.Where(e => e.Id == visit.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Status, EncounterStatus.Completed)));
        var refused = await form.Submit(("Input.Priority", "2"));

        Assert.Contains("Choose a priority from 1 to 5.", again.Errors);
        Assert.Equal("Chest pain", again.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("This visit is completed.", refused.Errors);
    }

    [Fact]
    public async Task Another_patients_visit_is_not_found()
    {
        var (visit, other) = (await Arrived("Smith", 4, minutesAgo: 5), await Arrived("Jones", 4, minutesAgo: 5));

        Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{other.PatientId}/visits/{visit.Id}/triage")).Status);
    }

    [Fact]
    public async Task The_list_takes_few_questions_to_the_database()
    {
        await Arrived("Smith", 4, minutesAgo: 5);
        var nurse = As(Role.Nurse);
        await nurse.Open("/nurse");

        Assert.InRange(await CommandsOf(() => nurse.Open("/nurse")), 1, 3);
    }

    private Task Clear() => App.UsingDb(db => db.Encounters.ExecuteUpdateAsync(e => e.SetProperty(x => x.Status, EncounterStatus.Completed)));

    private async Task<Encounter> Arrived(string family, int priority, int minutesAgo)
    {
        var visit = Given.AVisit(Given.Patient(family, born: new(1980, 7, 14)), at: App.Clock.Now.AddMinutes(-minutesAgo));
        visit.Triage(priority, null, Given.By("Nora"));
        await App.Save(visit);
        return visit;
    }
}
