using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages.Doctors;

public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    public const int DaysAhead = 14;
    private const int PerPage = 20;

    [BindProperty(SupportsGet = true)]
    public string? Specialty { get; set; }

    /// <summary>The family name and the id of the last doctor shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<string> Specialties { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        Specialties = await db.Practitioners.DoctorsHere().Where(p => p.Specialty != null).Select(p => p.Specialty!).Distinct().OrderBy(s => s).ToListAsync();

        var doctors = db.Practitioners.AsNoTracking().Include(p => p.Department).DoctorsHere();
        if (!string.IsNullOrEmpty(Specialty)) doctors = doctors.Where(p => p.Specialty == Specialty);
        if (After?.Split('~') is [var family, var key] && Guid.TryParse(key, out var last))
            doctors = doctors.Where(p => p.FamilyName.CompareTo(family) > 0 || p.FamilyName == family && p.Id.CompareTo(last) > 0);

        var found = await db.TimetablesAsync(doctors.OrderBy(p => p.FamilyName).ThenBy(p => p.Id).Take(PerPage + 1), clock.Today, clock.Today.AddDays(DaysAhead), clock.Zone);
        Rows = found.Take(PerPage).Select(f => new Row(f.Practitioner, f.Timetable.NextFree(clock.Today, clock.Now, DaysAhead)?.StartsAt)).ToList();
        if (found.Count > PerPage) Next = $"{Rows[^1].Doctor.FamilyName}~{Rows[^1].Doctor.Id}";
    }

    public sealed record Row(Practitioner Doctor, DateTimeOffset? NextFree);
}
