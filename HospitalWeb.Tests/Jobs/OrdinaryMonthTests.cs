using HospitalWeb.Domain.Patients;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Jobs;

/// <summary>Thirty days of ordinary work of 24 people with 1,500 patients, from a seed: what is reported of it is a false alarm.</summary>
public sealed class OrdinaryMonthTests(TestServer server) : IAsyncLifetime
{
    private const int Days = 30, Names = 150, Patients = 1500, Doctors = 10, Nurses = 8, Clerks = 6;
    private static readonly DateTimeOffset First = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly HospitalApp app = new(server);
    private readonly Random random = new(20260302);

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task At_most_one_opening_in_a_hundred_is_reported()
    {
        var work = new Openings(app);
        var patients = Enumerable.Range(0, Patients).Select(n => Given.Patient(AName(), $"Given{n}")).ToList();
        foreach (var known in patients.Take(3)) known.Protect(true, "Works here", Given.Receptionist);
        await app.Save([.. patients]);
        await WorkAsync(work, patients);
        await work.KeepAsync();

        for (var day = 1; day <= Days + 1; day++)
        {
            app.Clock.Now = First.AddDays(day);
            await app.Run<UnusualAccessWatch>();
        }

        var alarms = await work.AlarmsAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{work.Count} openings, {alarms.Count} alarms: {string.Join(", ", alarms.GroupBy(a => a.Rule).Select(rule => $"{rule.Key} {rule.Count()}"))}");
        Assert.InRange(work.Count, 5000, 20_000);
        Assert.InRange(alarms.Count, 1, work.Count / 100);
    }

    private async Task WorkAsync(Openings work, List<Patient> patients)
    {
        for (var somebody = 0; somebody < Doctors + Nurses + Clerks; somebody++)
        {
            var role = somebody < Doctors ? Role.Doctor : somebody < Doctors + Nurses ? Role.Nurse : Role.BillingClerk;
            var account = await work.SomebodyAsync(role, AName(), $"Staff{somebody}");
            for (var day = 0; day < Days; day++)
            {
                var free = role == Role.Nurse ? (day + somebody) % 7 >= 5 : First.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
                if (free) continue;

                // Nurses change between early, late and night every week; now and then a day grows long.
                var begins = role == Role.Nurse ? new[] { 6, 14, 22 }[(day + somebody) / 7 % 3] : 8;
                var lasts = random.Next(10) == 0 ? 11 : 9;
                var openings = random.Next(8, 20);
                for (var opening = 0; opening < openings; opening++) work.Opened(account, patients[random.Next(Patients)], First.AddDays(day).AddHours(begins).AddMinutes(random.Next(lasts * 60)), roles: role.ToString());
            }
        }
    }

    // A few names are borne by many and many by few, as in a town.
    private string AName() => $"Family{(int)(Names * Math.Pow(random.NextDouble(), 2))}";
}
