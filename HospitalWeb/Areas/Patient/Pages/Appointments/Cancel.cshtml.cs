using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Appointments;

[Requires(Permission.SeeOwnRecord)]
public sealed class CancelModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty, Required(ErrorMessage = "Tell us why you cannot come."), StringLength(Appointment.ReasonTextMaxLength)]
    public string? Reason { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Appointment.CancelByPatient(Reason, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice("Your appointment is cancelled. You do not need to do anything else.");
        return RedirectToPage("/Appointments/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Appointments.Of(me.PatientId).Include(a => a.Practitioner).SingleOrDefaultAsync(a => a.Id == Id) is not { } appointment)
        {
            context.Result = NotFound();
            return;
        }

        Appointment = appointment;
        await next();
    }
}
