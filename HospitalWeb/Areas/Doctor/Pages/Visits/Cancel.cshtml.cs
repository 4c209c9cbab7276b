using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

[Requires(Permission.WriteNotes)]
public sealed class CancelModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Encounter Visit { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Visit.Cancel(Input.Reason!, await db.ClinicalNotes.Signed().AnyAsync(n => n.EncounterId == EncounterId), me.Stamp);
        if (Visit.AppointmentId is { } id) (await db.Appointments.SingleAsync(a => a.Id == id)).LeaveUnseen(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The visit of {Visit.Patient.ListName} is cancelled.");
        return RedirectToPage("/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.VisitAsync(PatientId, EncounterId) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the reason for cancelling the visit."), StringLength(Encounter.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
