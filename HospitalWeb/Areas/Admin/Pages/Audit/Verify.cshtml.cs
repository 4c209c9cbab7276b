using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

[Requires(Permission.SeeAudit)]
public sealed class VerifyModel(HospitalContext db, JobRunner runner, FacilityClock clock, IHostApplicationLifetime program) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public AuditCheck? Last { get; private set; }
    public AuditSegment? LastMonth { get; private set; }

    public async Task OnGetAsync()
    {
        Last = await db.AuditChecks.AsNoTracking().OrderByDescending(check => check.StartedAt).FirstOrDefaultAsync();
        LastMonth = await db.AuditSegments.AsNoTracking().OrderByDescending(segment => segment.Month).FirstOrDefaultAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        db.Record(AuditAction.Verify, "AuditTrail", "whole");
        await db.SaveChangesAsync();

        // A long trail goes on being verified after this page has answered; the next look shows how far it has come.
        var due = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());
        await Task.WhenAny(runner.RunAsync(typeof(VerifyTrail), due, program.ApplicationStopping), Task.Delay(Patience));
        return RedirectToPage();
    }
}
