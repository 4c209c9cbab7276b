using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Jobs;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

public sealed class NoShowMarkingTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Who_did_not_come_is_marked_after_the_grace_and_who_checked_in_never_is()
    {
        var (missed, came, inGrace) = (Visit(hoursAgo: 3), Visit(hoursAgo: 3), Visit(hoursAgo: 1));
        came.CheckIn(came.StartsAt);
        await App.Save(missed, came, inGrace);

        await App.Run<NoShowMarking>();

        Assert.Equal([AppointmentStatus.NoShow, AppointmentStatus.CheckedIn, AppointmentStatus.Scheduled], [await Status(missed), await Status(came), await Status(inGrace)]);
    }

    private Appointment Visit(int hoursAgo) => Given.Appointment(Given.Patient(), Given.Doctor(), App.Clock.Now.AddHours(-hoursAgo));

    private Task<AppointmentStatus> Status(Appointment visit) => App.UsingDb(db => db.Appointments.Where(a => a.Id == visit.Id).Select(a => a.Status).SingleAsync());
}
