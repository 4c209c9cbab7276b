using HospitalWeb.Data;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

/// <summary>The patient is here: who it is is confirmed, and the visit opens.</summary>
[Requires(Permission.CheckInPatients)]
public sealed class CheckInModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        Appointment.CheckIn(me.Stamp.At);
        var visit = Encounter.OpenFor(Appointment, me.Stamp);
        db.Add(visit);
        Appointment.OpenedAs(visit.Id);
        await db.SaveChangesAsync();

        TempData.Notice($"{Appointment.Patient.ListName} is checked in for {Appointment.Practitioner.DisplayName}.");
        return RedirectToPage("/Index");
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
