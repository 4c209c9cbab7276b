using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

internal static class OneAppointment
{
    /// <summary>The appointment of this patient, to be changed; another patient's is not found.</summary>
    public static Task<Appointment?> AppointmentOfAsync(this HospitalContext db, Guid patientId, Guid id) =>
        db.Appointments.Include(a => a.Patient).Include(a => a.Practitioner).SingleOrDefaultAsync(a => a.Id == id && a.PatientId == patientId);
}
