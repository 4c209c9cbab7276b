using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages;

[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int NewForDays = 30;

    public Booked? Next { get; private set; }
    public int NewResults { get; private set; }
    public List<BillSummary> Unpaid { get; private set; } = [];
    public bool ShowsResults => me.ActsFor?.Opens("/patient/results") != false;
    public Money Owed => Unpaid.Select(b => b.Balance).Total(clock.Currency);

    public async Task OnGetAsync()
    {
        var (now, since) = (clock.Now, clock.Now.AddDays(-NewForDays));
        Next = await db.Appointments.Of(me.PatientId).Where(a => a.StartsAt > now && (a.Status == AppointmentStatus.Scheduled || a.Status == AppointmentStatus.Confirmed))
            .OrderBy(a => a.StartsAt).Select(a => new Booked(a.Id, a.StartsAt, a.Practitioner.DisplayName)).FirstOrDefaultAsync();
        if (ShowsResults) NewResults = await db.LabOrderItems.CountAsync(i => i.Order.PatientId == me.PatientId && i.Results.Any(r => r.IsReleased && r.Released!.At > since));
        Unpaid = await db.Bills.Unpaid().Where(b => b.PatientId == me.PatientId).OrderBy(b => b.Number).Summaries().ToListAsync();
    }

    public sealed record Booked(Guid Id, DateTimeOffset At, string Doctor);
}
