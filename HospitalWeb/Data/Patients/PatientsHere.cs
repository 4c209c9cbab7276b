using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Patients;

/// <summary>Somebody who is in the hospital or expected today, and in which department or ward.</summary>
public sealed record PatientHere(Guid Id, int Number, string ListName, DateOnly? BirthDate, bool IsConfidential, Guid? Place)
{
    public string Mrn => HospitalWeb.Domain.HumanNumber.Format(Patient.Prefix, Number);
}

public static class PatientsHere
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(36);

    extension(HospitalContext db)
    {
        /// <summary>Visits that are open, what is booked between these two, and whoever lies in a bed, in one query.</summary>
        public Task<List<PatientHere>> PatientsHereAsync(DateTimeOffset from, DateTimeOffset until)
        {
            var since = until - Recent;
            var visits = db.Encounters.Open().Where(e => e.StartedAt >= since && e.Class != EncounterClass.Inpatient).Select(e => new { e.PatientId, Place = e.Practitioner!.DepartmentId });
            var booked = db.Appointments.StartingIn(from, until).Upcoming().Select(a => new { a.PatientId, Place = a.Practitioner.DepartmentId });
            var beds = db.BedStays.Open().Select(s => new { s.Admission.PatientId, Place = (Guid?)s.Bed.WardId });
            return visits.Concat(booked).Concat(beds)
                .Join(db.Patients, there => there.PatientId, p => p.Id, (there, p) => new PatientHere(p.Id, p.Number, p.ListName, p.BirthDate, p.IsConfidential, there.Place))
                .ToListAsync();
        }
    }
}
