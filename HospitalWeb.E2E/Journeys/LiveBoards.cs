using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.E2E.Journeys;

/// <summary>What one person saves stands on another's open board two seconds later.</summary>
public sealed class LiveBoards(TestServer server) : IAsyncLifetime
{
    private const float Soon = 2_000;
    private readonly Journey journey = new(server) { App = { Settings = { ["Live:Run"] = "true" } } };
    private readonly Patient patient = Given.NotAllergic("Whitfield", "Clara");

    // A board's connection ends with its sign-in, by the machine's own clock: the hospital's clock must not be behind it.
    private readonly DateTimeOffset now = new(DateTime.UtcNow.Date.AddDays(1).AddHours(12), TimeSpan.Zero);

    public ValueTask InitializeAsync()
    {
        journey.App.Clock.Now = now;
        return journey.InitializeAsync();
    }

    public ValueTask DisposeAsync() => journey.DisposeAsync();

    [Fact]
    public async Task A_prescription_appears_at_the_pharmacy_when_it_is_signed()
    {
        var prescription = Given.Draft(patient, Given.Doctor(), Given.Medication());
        prescription.Sign(Given.CheckFor(patient), checkedByHand: true, DispenseUrgency.Routine, null, Given.DrPatel with { At = now }, DateOnly.FromDateTime(now.Date));
        var pharmacist = await WatchAsync(Role.Pharmacist, "/pharmacy", "pharmacy");

        await HappensAsync(pharmacist, "#pharmacy-queue .hw-card", patient.ListName, () => journey.App.Save(prescription));
        await pharmacist.ChecksPageAsync();
    }

    [Fact]
    public async Task The_queue_at_the_desk_shows_who_was_checked_in()
    {
        var appointment = Given.Appointment(patient, Given.Doctor(), now.AddHours(1));
        await journey.App.Save(appointment);
        var receptionist = await WatchAsync(Role.Receptionist, "/reception", "queue");

        await HappensAsync(receptionist, "#queue tr", "Checked in", () => journey.App.UsingDb(async db =>
        {
            var arriving = await db.Appointments.Include(a => a.Patient).Include(a => a.Practitioner).SingleAsync(a => a.Id == appointment.Id);
            arriving.CheckIn(now);
            var visit = Encounter.OpenFor(arriving, Given.Receptionist with { At = now });
            db.Add(visit);
            arriving.OpenedAs(visit.Id);
            await db.SaveChangesAsync();
        }));
        await receptionist.ChecksPageAsync();
    }

    [Fact]
    public async Task The_bed_board_shows_who_was_admitted()
    {
        await journey.App.Save(patient, Given.AWard(beds: 1, name: "Birch"));
        var manager = await WatchAsync(Role.WardManager, "/wards", "beds");

        await HappensAsync(manager, "#beds .hw-bed-occupied", patient.ListName, () => journey.App.UsingDb(async db =>
        {
            var bed = await db.Beds.Include(b => b.Ward).SingleAsync(b => b.Ward.Name == "Birch");
            var admitted = await db.Set<Patient>().SingleAsync(p => p.Id == patient.Id);
            db.Add(Given.AnAdmission(admitted, bed, Given.OnTheWard with { At = now }));
            await db.SaveChangesAsync();
        }));
        await manager.ChecksPageAsync();
    }

    /// <summary>Somebody who has the board open, and whom the server has promised to tell of news.</summary>
    private async Task<Person> WatchAsync(Role role, string path, string board)
    {
        var person = await journey.SignInAsync(role);
        var watching = new TaskCompletionSource();
        person.Page.WebSocket += (_, socket) =>
        {
            var asked = false;
            socket.FrameSent += (_, frame) => asked |= frame.Text?.Contains($"[\"{board}\"]", StringComparison.Ordinal) == true;
            socket.FrameReceived += (_, frame) => { if (asked && frame.Text?.Contains("\"type\":3", StringComparison.Ordinal) == true) watching.TrySetResult(); };
        };
        await person.OpenAsync(path);
        await person.Page.Mouse.MoveAsync(0, 0);
        await watching.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        return person;
    }

    private static async Task HappensAsync(Person person, string place, string words, Func<Task> act)
    {
        var news = person.Page.Locator(place, new() { HasText = words });
        Assert.Equal(0, await news.CountAsync());
        var opened = await OpenedAsync(person);

        await act();

        await news.WaitForAsync(new() { Timeout = Soon });
        Assert.Equal(opened, await OpenedAsync(person));
    }

    private static Task<double> OpenedAsync(Person person) => person.Page.EvaluateAsync<double>("performance.timeOrigin");
}
