using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Notes;

internal static class NotePage
{
    extension(HospitalContext db)
    {
        /// <summary>A note reached through its patient, if it is there for who asks.</summary>
        public Task<ClinicalNote?> NoteAsync(Guid patientId, Guid noteId, CurrentUser me) => db.ClinicalNotes.ReadableBy(me.AsReader)
            .Include(n => n.Encounter).ThenInclude(e => e.Patient).Include(n => n.Amendments)
            .SingleOrDefaultAsync(n => n.Id == noteId && n.Encounter.PatientId == patientId);
    }
}
