using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages.Doctors;

/// <summary>What anybody may know about a doctor: never the licence number.</summary>
public sealed class DetailsModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int DaysShown = 5;

    [FromRoute]
    public Guid Id { get; init; }

    public Practitioner Doctor { get; private set; } = null!;
    public IReadOnlyList<(DateOnly Date, IReadOnlyList<Slot> Free)> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var last = clock.Today.AddDays(SlotFinder.DaysToLookAhead);
        var found = await db.TimetablesAsync(db.Practitioners.AsNoTracking().Include(p => p.Department).DoctorsHere().Where(p => p.Id == Id), clock.Today, last, clock.Zone);
        if (found.Count == 0) return NotFound();

        Doctor = found[0].Practitioner;
        Days = Enumerable.Range(0, SlotFinder.DaysToLookAhead).Select(clock.Today.AddDays)
            .Select(date => (date, found[0].Timetable.FreeOn(date, clock.Now)))
            .Where(day => day.Item2.Count > 0)
            .Take(DaysShown)
            .ToList();
        return Page();
    }
}
