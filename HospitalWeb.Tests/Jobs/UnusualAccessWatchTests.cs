using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class UnusualAccessWatchTests(TestServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 3, 17, 0, 0, 0, TimeSpan.Zero);
    private readonly HospitalApp app = new(server);
    private readonly Patient anybody = Given.Patient("Anybody", "Ann");

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.Now = Day.AddHours(20);
        await app.Save(anybody);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Twelve_planted_patterns_are_found_and_nothing_else()
    {
        var work = new Openings(app);
        var home = new Address { Line1 = "7 Mill Lane", Postcode = "AB1 2CD" };
        var (self, mailed, kin, accent) = (Given.Patient("Quillfeather", "Ida"), Given.Patient("Other", "Olga"), Given.Patient("Rarename", "Rob"), Given.Patient("Müßig", "Max"));
        var (ownHome, sameHome, star, vip) = (Given.Patient("Homer", "Hal"), Given.Patient("Lodger", "Lou"), Given.Patient("Star", "Sue"), Given.Patient("Vip", "Vic"));
        mailed.Reach(null, "clerk@hospital.example", new());
        ownHome.Reach(null, null, home);
        sameHome.Reach(null, null, home with { Line1 = "7 mill lane " });
        foreach (var hidden in new[] { star, vip }) hidden.Protect(true, "Known in town", Given.Receptionist);
        var crowd = Enumerable.Range(0, 2 * UnusualAccess.RecordsInAnHour + 2).Select(n => Given.Patient($"Crowd{n}")).ToList();
        await app.Save([self, mailed, kin, accent, ownHome, sameHome, star, vip, .. crowd]);
        var (ida, clerk, rob, mux, hal, nurse) = (await work.SomebodyAsync(Role.Doctor, "Quillfeather", "Ida"), await work.SomebodyAsync(Role.BillingClerk, "Clerk", email: "clerk@hospital.example"),
            await work.SomebodyAsync(Role.Nurse, "Rarename"), await work.SomebodyAsync(Role.Nurse, "MUSSIG"), await work.SomebodyAsync(Role.Nurse, "Homer", "Hal"), await work.SomebodyAsync(Role.Nurse, "Nobodyelse"));
        var (fast, across, night, early) = (await work.SomebodyAsync(Role.Nurse, "Fast"), await work.SomebodyAsync(Role.Doctor, "Across"), await work.SomebodyAsync(Role.Nurse, "Night"), await work.SomebodyAsync(Role.Doctor, "Early"));
        foreach (var known in new[] { night, early, nurse }) work.WorkedByDay(known, anybody, Day);

        work.Opened(ida, self, Day.AddHours(10));
        work.Opened(clerk, mailed, Day.AddHours(10));
        work.Opened(rob, kin, Day.AddHours(10));
        work.Opened(mux, accent, Day.AddHours(10));
        work.Opened(hal, sameHome, Day.AddHours(10));
        work.Opened(nurse, star, Day.AddHours(10));
        work.Opened(clerk, vip, Day.AddHours(11), AuditAction.Print, "BillingClerk");
        for (var n = 0; n <= UnusualAccess.RecordsInAnHour; n++)
        {
            work.Opened(fast, crowd[n], Day.AddHours(9).AddSeconds(n * 40));
            work.Opened(across, crowd[^(n + 1)], Day.AddHours(13.5).AddSeconds(n * 80));
        }
        work.Opened(night, anybody, Day.AddHours(3));
        work.Opened(early, anybody, Day.AddHours(5.5));
        // Ordinary work: usual hours, other names, the same record again and again, a patient at his own.
        for (var again = 0; again < 60; again++) work.Opened(nurse, anybody, Day.AddHours(9).AddSeconds(again));
        work.Opened(nurse, kin, Day.AddHours(12));
        work.Opened(ida, self, Day.AddHours(12), roles: "Patient");
        await work.KeepAsync();

        await app.Run<UnusualAccessWatch>();
        await app.Run<UnusualAccessWatch>();
        await TryIdsAsync(self, 40);

        Assert.Equal(Sorted(
            (AlarmRule.OwnRecord, "Ida Quillfeather", self.Id), (AlarmRule.OwnRecord, clerk.DisplayName, mailed.Id), (AlarmRule.SameFamilyName, rob.DisplayName, kin.Id), (AlarmRule.SameFamilyName, mux.DisplayName, accent.Id),
            (AlarmRule.SameAddress, hal.DisplayName, sameHome.Id), (AlarmRule.ConfidentialPatient, nurse.DisplayName, star.Id), (AlarmRule.ConfidentialPatient, clerk.DisplayName, vip.Id),
            (AlarmRule.ManyRecords, fast.DisplayName, null), (AlarmRule.ManyRecords, across.DisplayName, null), (AlarmRule.UnusualHour, night.DisplayName, null), (AlarmRule.UnusualHour, early.DisplayName, null),
            (AlarmRule.ManyRefusals, "Test Patient", null)), Sorted([.. (await work.AlarmsAsync()).Select(a => (a.Rule, a.AccountName, a.PatientId))]));
    }

    [Fact]
    public async Task A_family_name_that_many_bear_says_nothing()
    {
        var work = new Openings(app);
        var many = Enumerable.Range(0, 6).Select(n => Given.Patient("Commonly", $"Given{n}")).ToList();
        await app.Save([.. many]);
        work.Opened(await work.SomebodyAsync(Role.Nurse, "Commonly"), many[0], Day.AddHours(10));
        await work.KeepAsync();

        await app.Run<UnusualAccessWatch>();

        Assert.Equal([], (await work.AlarmsAsync()).Select(a => a.What));
    }

    [Fact]
    public async Task Those_who_review_are_told_once_and_not_of_what_they_did_themselves()
    {
        var work = new Openings(app);
        var (officer, other, secret) = (await work.SomebodyAsync(Role.Auditor, "Watchful"), await work.SomebodyAsync(Role.Auditor, "Curious"), Given.Patient("Secret"));
        secret.Protect(true, "Works here", Given.Receptionist);
        await app.Save(secret);
        work.Opened(other, secret, Day.AddHours(10), roles: "Auditor");
        await work.KeepAsync();

        await app.Run<UnusualAccessWatch>();
        await app.Run<UnusualAccessWatch>();

        Assert.Equal([officer.Id], (await app.UsingDb(db => db.Notifications.ToListAsync())).Where(n => n.Title.StartsWith("Unusual access", StringComparison.Ordinal)).Select(n => n.AccountId));
    }

    private async Task TryIdsAsync(Patient patient, int tries)
    {
        using var client = app.CreateClient();
        foreach (var (name, value) in new[] { (HeaderSignIn.RoleHeader, nameof(Role.Patient)), (HeaderSignIn.PatientHeader, patient.Id.ToString()) }) client.DefaultRequestHeaders.Add(name, value);
        for (var tried = 0; tried < tries; tried++) await client.GetAsync($"/patient/bills/{Guid.NewGuid()}");
        await app.Settled();
    }

    private static List<(AlarmRule, string, Guid?)> Sorted(params (AlarmRule Rule, string Name, Guid? Patient)[] alarms) => [.. alarms.OrderBy(a => a.Rule).ThenBy(a => a.Name, StringComparer.Ordinal)];
}
