using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

internal static class VisitPage
{
    extension(HospitalContext db)
    {
        /// <summary>A visit to change, reached through its patient.</summary>
        public IQueryable<Encounter> Visit(Guid patientId, Guid encounterId) =>
            db.Encounters.Of(patientId).Where(e => e.Id == encounterId).Include(e => e.Patient).Include(e => e.Practitioner);

        public Task<Encounter?> VisitAsync(Guid patientId, Guid encounterId) => db.Visit(patientId, encounterId).SingleOrDefaultAsync();

        /// <summary>What the end of a visit touches: notes that are still drafts, the appointment it came from.</summary>
        public async Task<(bool HasDrafts, Appointment? Appointment)> WhatEndsWithAsync(Guid encounterId)
        {
            var (drafts, appointments) = (db.ClinicalNotes.Drafts(), db.Appointments);
            var found = await db.Encounters.Where(e => e.Id == encounterId)
                .Select(e => new { HasDrafts = drafts.Any(n => n.EncounterId == e.Id), Appointment = appointments.FirstOrDefault(a => a.Id == e.AppointmentId) }).SingleAsync();
            return (found.HasDrafts, found.Appointment);
        }
    }
}
