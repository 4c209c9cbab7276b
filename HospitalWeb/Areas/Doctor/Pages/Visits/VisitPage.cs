using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

internal static class VisitPage
{
    extension(HospitalContext db)
    {
        /// <summary>A visit to change, reached through its patient.</summary>
        public Task<Encounter?> VisitAsync(Guid patientId, Guid encounterId) =>
            db.Encounters.Of(patientId).Include(e => e.Patient).Include(e => e.Practitioner).SingleOrDefaultAsync(e => e.Id == encounterId);
    }
}
