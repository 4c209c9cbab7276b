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
        /// <summary>A note reached through its patient. Somebody else's draft is no part of the record and is not found.</summary>
        public Task<ClinicalNote?> NoteAsync(Guid patientId, Guid noteId, CurrentUser me) => db.ClinicalNotes
            .Include(n => n.Encounter).ThenInclude(e => e.Patient).Include(n => n.Amendments)
            .SingleOrDefaultAsync(n => n.Id == noteId && n.Encounter.PatientId == patientId && (n.Status != NoteStatus.Draft || n.Author.AccountId == me.AccountId));
    }
}
