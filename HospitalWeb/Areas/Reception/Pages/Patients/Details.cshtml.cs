using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Patients;

/// <summary>What the front desk needs to know about a patient: nothing clinical.</summary>
[Requires(Permission.EnterReception)]
public sealed class DetailsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int MostPast = 10;

    [FromRoute]
    public Guid PatientId { get; init; }

    public Row Patient { get; private set; } = null!;
    public IReadOnlyList<Visit> Upcoming { get; private set; } = [];
    public IReadOnlyList<Visit> Past { get; private set; } = [];
    public bool MayManageProxies => me.Can(Permission.ManageProxies);
    public bool MayCheckIn => me.Can(Permission.CheckInPatients);

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await db.Patients.Where(p => p.Id == PatientId)
            .Select(p => new Row(p.ListName, p.PreferredName, p.Phone, p.Email, p.Language, p.Address, p.Contacts, p.DiedAt != null))
            .SingleOrDefaultAsync();
        if (found is null) return NotFound();

        Patient = found;
        ViewData["PatientName"] = found.ListName;
        var now = clock.Now;
        Upcoming = await Visits(db.Appointments.Where(a => a.EndsAt > now).OrderBy(a => a.StartsAt)).ToListAsync();
        Past = await Visits(db.Appointments.Where(a => a.EndsAt <= now).OrderByDescending(a => a.StartsAt)).Take(MostPast).ToListAsync();
        return Page();
    }

    private IQueryable<Visit> Visits(IQueryable<Appointment> appointments) => appointments.Where(a => a.PatientId == PatientId)
        .Select(a => new Visit(a.Id, a.StartsAt, a.Practitioner.DisplayName, a.Reason, a.Status));

    public sealed record Row(string ListName, string? PreferredName, string? Phone, string? Email, string? Language, Address Address, List<Contact> Contacts, bool IsDeceased);

    public sealed record Visit(Guid Id, DateTimeOffset StartsAt, string Doctor, AppointmentReason Reason, AppointmentStatus Status);
}
