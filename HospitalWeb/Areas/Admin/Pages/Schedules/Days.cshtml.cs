using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Schedules;

/// <summary>Days that differ from a doctor's week.</summary>
[Requires(Permission.ManageSchedules)]
public sealed class DaysModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PractitionerId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Practitioner Doctor { get; private set; } = null!;
    public IReadOnlyList<AvailabilityException> Days { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.From is null != Input.Until is null) ModelState.AddModelError("Input.Until", "Enter both times, or neither for the whole day.");
        if (Input is { Kind: ExceptionKind.Available, From: null }) ModelState.AddModelError("Input.From", "Enter from when to when the extra clinic is.");
        if (!ModelState.IsValid) return Page();

        db.Add(new AvailabilityException { Practitioner = Doctor, Kind = Input.Kind!.Value, Date = Input.Date!.Value, From = Input.From, Until = Input.Until, Reason = Input.Reason });
        await db.SaveChangesAsync();

        TempData.Notice($"{Words.Date(Input.Date.Value)} is changed for {Doctor.DisplayName}. What is booked stays.");
        return RedirectToPage(new { PractitionerId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Practitioners.SingleOrDefaultAsync(p => p.Id == PractitionerId) is not { } doctor)
        {
            context.Result = NotFound();
            return;
        }

        Doctor = doctor;
        Days = await db.AvailabilityExceptions.AsNoTracking().Where(e => e.PractitionerId == PractitionerId && e.Date >= clock.Today).OrderBy(e => e.Date).ToListAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose what is different.")]
        public ExceptionKind? Kind { get; set; }

        [Required(ErrorMessage = "Enter the day.")]
        public DateOnly? Date { get; set; }

        public TimeOnly? From { get; set; }
        public TimeOnly? Until { get; set; }

        [StringLength(200)]
        public string? Reason { get; set; }
    }
}
