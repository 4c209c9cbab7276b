using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Appointments;

[Requires(Permission.SeeOwnRecord)]
public sealed class DetailsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public Row Appointment { get; private set; } = null!;
    public bool MayCancel { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await db.Appointments.Of(me.PatientId).Where(a => a.Id == Id)
            .Select(a => new Row(a.Number, a.StartsAt, a.EndsAt, a.Practitioner.DisplayName, a.Mode, a.Reason, a.Status, a.CancelReason))
            .SingleOrDefaultAsync();
        if (found is null) return NotFound();

        Appointment = found;
        MayCancel = found.IsUpcoming && found.StartsAt - clock.Now >= Domain.Scheduling.Appointment.CancelNotice;
        return Page();
    }

    public sealed record Row(int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Doctor, AppointmentMode Mode, AppointmentReason Reason, AppointmentStatus Status, string? CancelReason)
    {
        public string HumanNumber => Domain.HumanNumber.Format(Domain.Scheduling.Appointment.Prefix, Number);
        public bool IsUpcoming => Status is AppointmentStatus.Scheduled or AppointmentStatus.Confirmed;
    }
}
