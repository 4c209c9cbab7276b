using System.Net;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class UnusualAccessTests(HospitalApp app) : PageTest(app), IAsyncLifetime
{
    private const string Path = "/admin/unusual-access";

    public async ValueTask InitializeAsync() => await App.UsingDb(db => db.AccessAlarms.ExecuteDeleteAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_alarms_the_list_says_why_it_is_empty() => Assert.Contains("No unusual access was found.", (await As(Role.Auditor).Open(Path)).Main, StringComparison.Ordinal);

    [Fact]
    public async Task A_look_takes_a_note_names_who_looked_and_moves_the_alarm_to_the_reviewed_ones()
    {
        var alarm = await AnAlarm("Nosy Nurse");
        var form = await (await As(Role.Auditor).Open(Path)).Click("02-Mar-2026 09:00");

        var without = await form.Submit(("Note", " "));
        var done = await form.Submit(("Note", "Treats the patient"));

        Assert.Contains("Say what you found.", without.Errors, StringComparison.Ordinal);
        Assert.Contains("The alarm about Nosy Nurse is reviewed.", done.Notice, StringComparison.Ordinal);
        Assert.Contains("By Test Auditor", (await As(Role.Auditor).Open($"{Path}/{alarm.Id}")).Main, StringComparison.Ordinal);
        Assert.Contains("Nosy Nurse", (await As(Role.Auditor).Open($"{Path}?Show=Reviewed")).Main, StringComparison.Ordinal);
        Assert.Contains("Nothing fits these filters.", (await As(Role.Auditor).Open($"{Path}?Show=Open")).Main, StringComparison.Ordinal);
        Assert.True(await App.UsingDb(db => db.AuditEntries.AnyAsync(e => e.EntityType == nameof(AccessAlarm) && e.Action == AuditAction.Update && e.AccountName == "Test Auditor")));
    }

    [Fact]
    public async Task Nobody_reviews_what_he_did_himself_and_nothing_is_reviewed_twice()
    {
        var own = await AnAlarm("Test Auditor", HeaderSignIn.AccountOf(Role.Auditor));
        var form = await As(Role.Admin).Open($"{Path}/{own.Id}");

        var himself = await (await As(Role.Auditor).Open($"{Path}/{own.Id}")).Submit(("Note", "It was nothing"));
        await form.Submit(("Note", "Asked him"));
        var again = await (await As(Role.Admin).Open($"{Path}/{own.Id}")).Browser.Open($"{Path}/{own.Id}");

        Assert.Contains("Somebody else must review what you did.", himself.Errors, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_and_narrows_to_one_rule()
    {
        for (var n = 0; n < 51; n++) await AnAlarm($"Person{n:00}", at: Given.Now.AddMinutes(n), rule: n == 0 ? AlarmRule.OwnRecord : AlarmRule.UnusualHour);

        var first = await As(Role.Auditor).Open(Path);
        var second = await first.Click("More");
        var own = await As(Role.Auditor).Open($"{Path}?Rule=OwnRecord");

        Assert.Equal((50, 1, 1), (first.Texts("tbody tr").Count, second.Texts("tbody tr").Count, own.Texts("tbody tr").Count));
        Assert.Contains("Person50", first.Texts("tbody tr")[0], StringComparison.Ordinal);
        Assert.Contains("Person00", second.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_that_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Auditor).Open($"{Path}/{Guid.NewGuid()}")).Status);

    private async Task<AccessAlarm> AnAlarm(string name, Guid? account = null, DateTimeOffset? at = null, AlarmRule rule = AlarmRule.OwnRecord)
    {
        var patient = Given.Patient();
        await App.Save(patient);
        var when = at ?? Given.Now;
        var alarm = AccessAlarm.Raise(rule, account ?? Guid.NewGuid(), name, patient.Id, when, DateOnly.FromDateTime(when.Date), "The patient has this person's name");
        await App.Save(alarm);
        return alarm;
    }
}
