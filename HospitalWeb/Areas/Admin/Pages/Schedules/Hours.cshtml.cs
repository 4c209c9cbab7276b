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

/// <summary>One doctor's week: hours begin on a day and end on a day, and what was booked in them stays booked.</summary>
[Requires(Permission.ManageSchedules)]
public sealed class HoursModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PractitionerId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Practitioner Doctor { get; private set; } = null!;
    public IReadOnlyList<Availability> Week { get; private set; } = [];

    public void OnGet() => Input.EffectiveFrom = clock.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        db.Add(new Availability { Practitioner = Doctor, Day = Input.Day!.Value, From = Input.From!.Value, Until = Input.Until!.Value, SlotMinutes = Input.SlotMinutes!.Value, EffectiveFrom = Input.EffectiveFrom!.Value });
        await db.SaveChangesAsync();
        return Done($"{Doctor.DisplayName} can be booked on {Input.Day}s.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid hours)
    {
        if (Week.SingleOrDefault(a => a.Id == hours) is not { } ending) return NotFound();
        ending.EndOn(clock.Today.AddDays(-1));
        await db.SaveChangesAsync();
        return Done($"From today {Doctor.DisplayName} can no longer be booked in these hours. What is booked stays.");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Practitioners.SingleOrDefaultAsync(p => p.Id == PractitionerId) is not { } doctor)
        {
            context.Result = NotFound();
            return;
        }

        Doctor = doctor;
        Week = [.. (await db.Availabilities.Where(a => a.PractitionerId == PractitionerId && !(a.EffectiveUntil < clock.Today)).ToListAsync()).OrderBy(a => a.Day).ThenBy(a => a.From)];
        await next();
    }

    private RedirectToPageResult Done(string notice)
    {
        TempData.Notice(notice);
        return RedirectToPage(new { PractitionerId });
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose the day of the week.")]
        public DayOfWeek? Day { get; set; }

        [Required(ErrorMessage = "Enter when the hours begin, such as 09:00.")]
        public TimeOnly? From { get; set; }

        [Required(ErrorMessage = "Enter when the hours end, such as 17:00.")]
        public TimeOnly? Until { get; set; }

        [Required(ErrorMessage = "Enter how long one appointment takes."), Range(5, 480, ErrorMessage = "An appointment takes 5 to 480 minutes.")]
        public int? SlotMinutes { get; set; } = Availability.DefaultSlotMinutes;

        [Required(ErrorMessage = "Enter the first day.")]
        public DateOnly? EffectiveFrom { get; set; }
    }
}
