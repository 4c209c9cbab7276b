using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

[Requires(Permission.EnterReception)]
public sealed class DetailsModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    public Row Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await db.Appointments.Where(a => a.Id == Id && a.PatientId == PatientId)
            .Select(a => new Row(a.Number, a.Patient.ListName, a.StartsAt, a.EndsAt, a.Practitioner.DisplayName, a.Mode, a.Reason, a.ReasonText, a.Status, a.Booked, a.CheckedInAt, a.Cancelled, a.CancelReason, a.OverlapReason, a.WalkInOn != null))
            .SingleOrDefaultAsync();
        if (found is null) return NotFound();

        Appointment = found;
        ViewData["PatientName"] = found.Patient;
        return Page();
    }

    public sealed record Row(int Number, string Patient, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Doctor, AppointmentMode Mode, AppointmentReason Reason, string? ReasonText, AppointmentStatus Status,
        Stamp Booked, DateTimeOffset? CheckedInAt, Stamp? Cancelled, string? CancelReason, string? OverlapReason, bool IsWalkIn)
    {
        public string HumanNumber => Domain.HumanNumber.Format(Domain.Scheduling.Appointment.Prefix, Number);
        public bool IsUpcoming => Status is AppointmentStatus.Scheduled or AppointmentStatus.Confirmed;
    }
}
