using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;

namespace HospitalWeb.Demo;

/// <summary>A week of appointments that have been and a week of those to come: kept, missed, cancelled, confirmed.</summary>
internal sealed class DemoFortnight(DemoKit kit, DemoCrew crew, DemoClinic clinic)
{
    private const int DaysEachWay = 7;
    private const int EachDoctorADay = 3;
    private static readonly (int Hour, int Minute)[] Slots = [(9, 0), (9, 30), (10, 0), (10, 30), (11, 30), (12, 0), (14, 0), (14, 30), (15, 30), (16, 0)];

    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        for (var offset = -DaysEachWay; offset <= DaysEachWay; offset++)
        {
            var day = kit.Today.AddDays(offset);
            if (offset == 0 || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;

            var waiting = new Queue<Patient>(kit.Chance.Random.Shuffle(patients));
            foreach (var doctor in crew.Doctors)
                foreach (var (hour, minute) in kit.Some(Slots, EachDoctorADay).Order())
                    await KeepAsync(waiting.Dequeue(), doctor, kit.At(day, hour, minute));
            await kit.SaveAsync();
        }
    }

    private async Task KeepAsync(Patient patient, DemoPerson doctor, DateTimeOffset start)
    {
        var story = kit.Pick(DemoCase.All);
        var reason = kit.Pick([AppointmentReason.Consultation, AppointmentReason.Consultation, AppointmentReason.FollowUp, AppointmentReason.RoutineCheckup]);
        var appointment = clinic.Book(patient, doctor, start, start.AddDays(-10), story, reason);
        var fate = kit.Between(1, 10);
        if (start > kit.Now)
        {
            if (fate == 1) appointment.Cancel("The patient is travelling.", crew.Reception.At(kit.MinutesAgo(240)));
            else if (fate > 5) appointment.Confirm();
        }
        else if (fate == 1) appointment.Cancel("The patient called: feels better.", crew.Reception.At(start.AddDays(-1)));
        else if (fate == 2) appointment.MarkNoShow(appointment.EndsAt.AddHours(2));
        else await clinic.SeeAsync(appointment, clinic.CheckIn(appointment, start.AddMinutes(-12)), doctor, story, start);
    }
}
