using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

[Requires(Permission.BookAppointments)]
public sealed class RescheduleModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [FromQuery]
    public Guid? Doctor { get; set; }

    [FromQuery]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Appointment Appointment { get; private set; } = null!;
    public SlotOffer Offer { get; private set; } = null!;
    public bool MayOverlap { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var wanted = new Booking(Doctor!.Value, Input.StartsAt!.Value) { OverlapReason = Input.OverlapReason };
        var moved = await db.RescheduleAsync(Appointment, wanted, Input.Reason, clock.Zone, me.Stamp);
        await db.SaveUnlessTakenAsync(AppointmentDesk.Taken);

        TempData.Notice($"{moved.Patient.ListName} now comes on {Words.Date(clock.DateOf(moved.StartsAt))} at {Words.Time(clock.Local(moved.StartsAt))} ({HumanNumber.Of(moved)}).");
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
        Doctor ??= appointment.PractitionerId;
        Date ??= clock.DateOf(appointment.StartsAt);
        var handled = await next();
        if (handled.Result is RedirectToPageResult) return;

        Offer = await SlotOffer.LoadAsync(db, clock, Doctor, Date, Id);
        MayOverlap = Offer.Chosen(Input.StartsAt) is { } slot && await db.IsElsewhereAsync(PatientId, slot, Id);
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a time.")]
        public DateTimeOffset? StartsAt { get; set; }

        [Required(ErrorMessage = "Say why the appointment is moved."), StringLength(Appointment.ReasonTextMaxLength)]
        public string? Reason { get; set; }

        [StringLength(Appointment.ReasonTextMaxLength)]
        public string? OverlapReason { get; set; }
    }
}
