using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;

namespace HospitalWeb.Demo;

/// <summary>What is going on in the hospital just now: who has been seen, who is with a doctor, who waits, who is still to come.</summary>
internal sealed class DemoToday(DemoKit kit, DemoCrew crew, DemoClinic clinic)
{
    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        var next = new Queue<Patient>(kit.Chance.Random.Shuffle(patients.Where(patient => patient.Sex != Sex.NotKnown)));
        foreach (var doctor in crew.Doctors.Take(4))
        {
            await SeenAsync(next.Dequeue(), doctor, 150);
            await SeenAsync(next.Dequeue(), doctor, 110);
            WithDoctor(next.Dequeue(), doctor);
            Triaged(next.Dequeue(), doctor, waited: 35, rank: 3);
            Arrive(next.Dequeue(), doctor, slotMinutesAgo: -15, arrivedMinutesAgo: 20);
            Arrive(next.Dequeue(), doctor, slotMinutesAgo: -30, arrivedMinutesAgo: 5);
            Expected(next.Dequeue(), doctor, minutes: 45, confirmed: true);
            Expected(next.Dequeue(), doctor, minutes: 75, confirmed: false);
        }

        Missed(next.Dequeue(), crew.Doctors[0]);
        Emergency(next.Dequeue(), "Chest pain", minutesAgo: 15, rank: 2);
        Emergency(next.Dequeue(), "Cut hand", minutesAgo: 45, rank: 4);
        Emergency(patients.First(patient => patient.Sex == Sex.NotKnown), "Found unconscious in the street", minutesAgo: 90, rank: 1);
        await kit.SaveAsync();
    }

    private async Task SeenAsync(Patient patient, DemoPerson doctor, int minutesAgo)
    {
        var (appointment, visit, story) = Arrive(patient, doctor, minutesAgo, minutesAgo + 15);
        await clinic.SeeAsync(appointment, visit, doctor, story, kit.MinutesAgo(minutesAgo));
    }

    private void WithDoctor(Patient patient, DemoPerson doctor)
    {
        var (appointment, visit, story) = Arrive(patient, doctor, 30, 50);
        clinic.Measure(visit, kit.MinutesAgo(35));
        visit.Triage(3, story.Complaint, crew.Nurse.At(kit.MinutesAgo(33)));
        appointment.Start();
        clinic.BeginNote(visit, doctor, story, kit.MinutesAgo(12));
    }

    private void Triaged(Patient patient, DemoPerson doctor, int waited, int rank)
    {
        var (_, visit, story) = Arrive(patient, doctor, 0, waited);
        clinic.Measure(visit, kit.MinutesAgo(waited - 10), ill: rank < 3);
        visit.Triage(rank, story.Complaint, crew.Nurse.At(kit.MinutesAgo(waited - 12)));
    }

    private void Expected(Patient patient, DemoPerson doctor, int minutes, bool confirmed)
    {
        var appointment = clinic.Book(patient, doctor, kit.Now.AddMinutes(minutes), kit.Now.AddDays(-5), kit.Pick(DemoCase.All));
        if (confirmed) appointment.Confirm();
    }

    private void Missed(Patient patient, DemoPerson doctor) =>
        clinic.Book(patient, doctor, kit.MinutesAgo(240), kit.Now.AddDays(-5), kit.Pick(DemoCase.All)).MarkNoShow(kit.MinutesAgo(60));

    private void Emergency(Patient patient, string complaint, int minutesAgo, int rank)
    {
        var visit = new Encounter { Patient = patient, Class = EncounterClass.Emergency, StartedAt = kit.MinutesAgo(minutesAgo), ChiefComplaint = complaint, Practitioner = rank == 1 ? crew.Doctors[^1].Practitioner : null };
        kit.Add(visit);
        clinic.Here.Add(patient);
        clinic.Measure(visit, kit.MinutesAgo(minutesAgo - 6), ill: rank < 3);
        visit.Triage(rank, complaint, crew.Nurse.At(kit.MinutesAgo(minutesAgo - 8)));
    }

    private (Appointment Appointment, Encounter Visit, DemoCase Story) Arrive(Patient patient, DemoPerson doctor, int slotMinutesAgo, int arrivedMinutesAgo)
    {
        var story = kit.Pick(DemoCase.All);
        var appointment = clinic.Book(patient, doctor, kit.MinutesAgo(slotMinutesAgo), kit.Now.AddDays(-4), story);
        return (appointment, clinic.CheckIn(appointment, kit.MinutesAgo(arrivedMinutesAgo)), story);
    }
}
