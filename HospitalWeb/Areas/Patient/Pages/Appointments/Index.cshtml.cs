using HospitalWeb.Data;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Appointments;

[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PerPage = 20;

    /// <summary>The last earlier appointment that was shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Upcoming { get; private set; } = [];
    public IReadOnlyList<Row> Past { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var now = clock.Now;
        var mine = db.Appointments.Of(me.PatientId);
        if (After is null) Upcoming = await Rows(mine.Where(a => a.EndsAt > now).OrderBy(a => a.StartsAt).ThenBy(a => a.Id)).ToListAsync();

        var past = await Rows(mine.Where(a => a.EndsAt <= now).NewestFirst(a => a.StartsAt, TimeKey.Parse(After))).Take(PerPage + 1).ToListAsync();
        Past = past.Take(PerPage).ToList();
        if (past.Count > PerPage) Next = new TimeKey(Past[^1].StartsAt, Past[^1].Id).ToString();
    }

    private static IQueryable<Row> Rows(IQueryable<Appointment> appointments) => appointments.Select(a => new Row(a.Id, a.StartsAt, a.Practitioner.DisplayName, a.Reason, a.Status));

    public sealed record Row(Guid Id, DateTimeOffset StartsAt, string Doctor, AppointmentReason Reason, AppointmentStatus Status);
}
