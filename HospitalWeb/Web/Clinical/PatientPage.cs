using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>What nearly every page about one patient asks first.</summary>
public static class PatientPage
{
    extension(HospitalContext db)
    {
        public Task<PatientLine?> LineAsync(Guid patientId) => db.Patients.Where(p => p.Id == patientId).Lines().SingleOrDefaultAsync();

        /// <summary>The practitioner who is signed in; refuses accounts that belong to none.</summary>
        public async Task<Practitioner> MyselfAsync(CurrentUser me)
        {
            var practitioner = me.PractitionerId is { } id ? await db.Set<Practitioner>().SingleOrDefaultAsync(p => p.Id == id) : null;
            return practitioner ?? throw new BrokenRule("Your account belongs to no practitioner. Ask the administrator to link it.");
        }
    }

    /// <summary>Age in whole years on the day of something; null when the birth date is not known.</summary>
    public static int? AgeAt(this PatientLine patient, DateTimeOffset at, FacilityClock clock) => patient.BirthDate is { } born ? Domain.Patients.Age.Years(born, clock.DateOf(at)) : null;
}
