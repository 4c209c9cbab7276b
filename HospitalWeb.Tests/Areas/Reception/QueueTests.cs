using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Areas.Reception;

public sealed class QueueTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task An_empty_day_says_what_to_do_next()
    {
        var page = await As(Role.Receptionist).Open("/reception?date=5-Jan-2027");

        Assert.Contains("Nobody is booked on this day. Find a patient to book", page.Main);
    }

    [Fact]
    public async Task Todays_appointments_stand_in_order_with_their_state_and_can_be_filtered()
    {
        var doctor = Given.Doctor("Queue");
        var (late, early) = (Given.Appointment(Given.Patient("Late", "Lea"), doctor, Given.Now.AddHours(4)), Given.Appointment(Given.Patient("Early", "Eva"), doctor, Given.Now.AddHours(3)));
        var tomorrow = Given.Appointment(Given.Patient("Tomorrow", "Tom"), doctor, Given.Now.AddDays(1));
        early.CheckIn(Given.Now);
        await App.Save(late, early, tomorrow);
        var reception = As(Role.Receptionist);

        var all = await reception.Search("/reception", "queue");
        var waiting = await reception.Search("/reception?status=Waiting", "eva");

        Assert.Equal(["EARLY, Eva", "LATE, Lea"], all.Texts("#queue tbody th a"));
        Assert.Contains("Data filtered to show “queue”.", all.Main);
        Assert.Contains("Born 14-Jul-1945 (80y) · Female · PAT-", all.Main);
        Assert.Equal(["EARLY, Eva"], waiting.Texts("#queue tbody th a"));
        Assert.Contains("Data filtered to show waiting and “eva”. Remove all filters", waiting.Main);
        Assert.NotNull(all.Document.QuerySelector("[data-live=queue]"));
    }

    [Fact]
    public async Task Two_similar_names_on_one_day_carry_a_name_alert()
    {
        App.Clock.Now = Given.Now.AddDays(10);
        var doctor = Given.Doctor();
        await App.Save(
            Given.Appointment(Given.Patient("Smith", "Jane"), doctor, App.Clock.Now.AddHours(1)),
            Given.Appointment(Given.Patient("Smyth", "Jane"), doctor, App.Clock.Now.AddHours(2)),
            Given.Appointment(Given.Patient("Okonkwo", "Ada"), doctor, App.Clock.Now.AddHours(3)));

        var page = await As(Role.Receptionist).Open("/reception");
        App.Clock.Now = Given.Now;

        Assert.Equal([true, true, false], page.Document.QuerySelectorAll("#queue tbody th").Select(cell => cell.TextContent.Contains("Name alert", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_queue_takes_few_commands_however_long_it_is()
    {
        var doctor = Given.Doctor();
        await App.Save([.. Enumerable.Range(0, 12).Select(n => Given.Appointment(Given.Patient($"Many{n}"), doctor, Given.Now.AddDays(20).AddMinutes(30 * n)))]);

        var commands = await CommandsOf(() => As(Role.Receptionist).Open("/reception?date=22-Mar-2026"));

        Assert.InRange(commands, 1, 3);
    }
}
