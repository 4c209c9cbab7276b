using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

[Requires(Permission.BookAppointments)]
public sealed class CancelModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty, Required(ErrorMessage = "Say why the appointment is cancelled."), StringLength(Appointment.ReasonTextMaxLength)]
    public string? Reason { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Appointment.Cancel(Reason, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The appointment of {Appointment.Patient.ListName} is cancelled and its time is free.");
        return RedirectToPage("/Patients/Details", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.AppointmentOfAsync(PatientId, Id) is not { } appointment)
        {
            context.Result = NotFound();
            return;
        }

        Appointment = appointment;
        ViewData["PatientName"] = appointment.Patient.ListName;
        await next();
    }
}
