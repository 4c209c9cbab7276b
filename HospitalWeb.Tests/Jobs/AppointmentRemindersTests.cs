using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class AppointmentRemindersTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_patient_is_reminded_a_day_and_two_hours_before_and_told_only_when_and_where()
    {
        var visit = await AVisit(At(hours: 24));

        await app.Run<AppointmentReminders>();
        app.Clock.Now += TimeSpan.FromHours(22);
        await app.Run<AppointmentReminders>();

        Assert.Equal([$"reminder/{visit.Id}/24h", $"reminder/{visit.Id}/2h"], (await Mails()).Select(m => m.Key));
        var words = (await Mails())[0].Body;
        Assert.Contains("Tuesday 3 March 2026 at 09:00", words, StringComparison.Ordinal);
        Assert.Contains("1 Test Street", words, StringComparison.Ordinal);
        foreach (var secret in (string[])["Smith", "Jane", "Patel", "Consultation"]) Assert.DoesNotContain(secret, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_it_again_reminds_nobody_twice()
    {
        await AVisit(At(hours: 20));

        await app.Run<AppointmentReminders>();
        await app.Run<AppointmentReminders>();

        Assert.Single(await Mails());
    }

    [Fact]
    public async Task Many_servers_at_once_queue_one_reminder_for_each_visit()
    {
        for (var i = 0; i < 5; i++) await AVisit(At(hours: 3 + i));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Run<AppointmentReminders>()));

        Assert.Equal(5, (await Mails()).Count);
    }

    [Fact]
    public async Task After_an_hour_without_power_one_late_reminder_is_sent_if_the_visit_is_still_to_come()
    {
        var (late, over) = (await AVisit(At(minutes: 90)), await AVisit(At(minutes: 50), family: "Over"));
        app.Clock.Now += TimeSpan.FromHours(1);

        await app.Run<AppointmentReminders>();

        Assert.Equal([$"reminder/{late.Id}/2h"], (await Mails()).Select(m => m.Key));
        Assert.DoesNotContain(await Mails(), m => m.Key.Contains(over.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_waited_in_the_outbox_until_the_visit_began_is_not_sent()
    {
        await AVisit(At(minutes: 90));
        await app.Run<AppointmentReminders>();
        app.Clock.Now += TimeSpan.FromMinutes(90);

        await app.Run<SendMail>();

        Assert.Equal(MailStatus.Lapsed, Assert.Single(await Mails()).Status);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_cancelled_visit_or_of_one_booked_after_the_reminder_was_due()
    {
        var cancelled = Visit(At(hours: 20), "Cancelled");
        cancelled.Cancel("Feels better", Given.Receptionist);
        var today = Visit(At(hours: 20), "Today", booked: app.Clock.Now);
        await app.Save(cancelled, today);

        await app.Run<AppointmentReminders>();

        Assert.Empty(await Mails());
    }

    [Fact]
    public async Task Two_hospital_servers_with_a_timetable_each_remind_once()
    {
        for (var i = 0; i < 3; i++) await AVisit(At(hours: 3 + i));
        await using var one = Server();
        await using var two = Server();

        await Task.WhenAll(Task.Run(() => one.Services), Task.Run(() => two.Services));
        await Until(async () => await Runs("AppointmentReminders") >= 3 && await Runs("SendMail") >= 3, meanwhile: () => one.Clock.Now = two.Clock.Now += TimeSpan.FromMilliseconds(100));

        var mails = await Mails();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, mail => Assert.Equal((MailStatus.Sent, 1), (mail.Status, mail.Attempts)));
    }

    private HospitalApp Server()
    {
        var other = new HospitalApp(server) { Settings = { ["Jobs:Run"] = "true", ["Jobs:LookEverySeconds"] = "1", ["Jobs:Timetable:AppointmentReminders"] = "* * * * * ?", ["Jobs:Timetable:SendMail"] = "* * * * * ?" } };
        other.UseDatabase(app.Database);
        return other;
    }

    private Task<int> Runs(string job) => app.UsingDb(db => db.Set<HospitalWeb.Domain.Jobs.JobRun>().CountAsync(r => r.Name == job && r.FinishedAt != null));

    // The timetable runs by the servers' clocks, and those stand still unless they are moved.
    private static async Task Until(Func<Task<bool>> happened, Action meanwhile)
    {
        for (var patience = 0; !await happened() && patience < 300; patience++)
        {
            meanwhile();
            await Task.Delay(100);
        }

        Assert.True(await happened());
    }

    private Task<List<OutgoingMail>> Mails() => app.UsingDb(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.QueuedAt).ToListAsync());

    private DateTimeOffset At(double hours = 0, double minutes = 0) => app.Clock.Now.AddHours(hours).AddMinutes(minutes);

    private async Task<Appointment> AVisit(DateTimeOffset at, string family = "Smith")
    {
        var visit = Visit(at, family);
        await app.Save(visit);
        return visit;
    }

    private static Appointment Visit(DateTimeOffset at, string family, DateTimeOffset? booked = null)
    {
        var patient = Given.Patient(family);
        patient.Reach(null, "jane@example.org", new());
        return Appointment.Book(patient, Given.Doctor(), new(at, at.AddMinutes(30)), AppointmentReason.Consultation, null, Given.Receptionist with { At = booked ?? Given.Receptionist.At });
    }
}
