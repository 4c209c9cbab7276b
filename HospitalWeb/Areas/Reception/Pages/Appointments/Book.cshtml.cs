using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Appointments;

[Requires(Permission.BookAppointments)]
public sealed class BookModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromQuery]
    public Guid? Doctor { get; init; }

    [FromQuery]
    public DateOnly? Date { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;
    public SlotOffer Offer { get; private set; } = null!;
    public bool MayOverlap { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || Doctor is null) return Page();

        var wanted = new Booking(Doctor.Value, Input.StartsAt!.Value) { Reason = Input.Reason!.Value, ReasonText = Input.ReasonText, Mode = Input.Mode, OverlapReason = Input.OverlapReason };
        var appointment = await db.BookAsync(Patient, wanted, clock.Zone, me.Stamp);
        await db.SaveUnlessTakenAsync(AppointmentDesk.Taken);

        var local = clock.Local(appointment.StartsAt);
        TempData.Notice($"{Patient.ListName} is booked with {appointment.Practitioner.DisplayName} on {Words.Date(clock.DateOf(appointment.StartsAt))} at {Words.Time(local)} ({HumanNumber.Of(appointment)}).");
        return RedirectToPage("/Patients/Details", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        ViewData["PatientName"] = patient.ListName;
        var handled = await next();
        if (handled.Result is RedirectToPageResult) return;

        // What is free is looked up after the handler: a time that was just lost is not offered again.
        Offer = await SlotOffer.LoadAsync(db, clock, Doctor, Date);
        MayOverlap = Offer.Chosen(Input.StartsAt) is { } slot && await db.IsElsewhereAsync(PatientId, slot, null);
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a time.")]
        public DateTimeOffset? StartsAt { get; set; }

        [Required(ErrorMessage = "Choose the reason for the appointment.")]
        public AppointmentReason? Reason { get; set; }

        [StringLength(Appointment.ReasonTextMaxLength)]
        public string? ReasonText { get; set; }

        public AppointmentMode Mode { get; set; }

        [StringLength(Appointment.ReasonTextMaxLength)]
        public string? OverlapReason { get; set; }
    }
}
