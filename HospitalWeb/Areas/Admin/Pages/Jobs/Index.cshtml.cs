using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Jobs;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Jobs;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Jobs;

[Requires(Permission.SeeJobs)]
public sealed class IndexModel(HospitalContext db, JobRunner runner, CurrentUser me, FacilityClock clock, IConfiguration settings) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayRun => me.Can(Permission.RunJobs);

    public async Task OnGetAsync()
    {
        var runs = await db.JobRuns.AsNoTracking().GroupBy(r => r.Name).Select(g => g.OrderByDescending(r => r.DueAt).First()).ToListAsync();
        Rows = [.. from timed in Schedule.Timetable
                   let last = runs.FirstOrDefault(r => r.Name == timed.Name)
                   select new Row(timed.Name, timed.Does, last?.StartedAt, last?.Duration, last?.Failure, last is { FinishedAt: null }, timed.NextAfter(clock.Now, settings))];
    }

    [AlsoRequires(Permission.RunJobs)]
    public async Task<IActionResult> OnPostAsync(string job)
    {
        if (Schedule.Timetable.SingleOrDefault(t => t.Name == job) is not { } timed) return NotFound();

        db.Record(AuditAction.Run, "Job", timed.Name);
        await db.SaveChangesAsync();

        // Two clicks in one second, from whichever server, are one run.
        var due = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());
        var ran = await runner.RunAsync(timed.Job, due, HttpContext.RequestAborted);
        TempData.Notice(ran ? $"{timed.Name} has run. Its result stands in the list." : $"{timed.Name} was running already.");
        return RedirectToPage();
    }

    public sealed record Row(string Name, string Does, DateTimeOffset? LastAt, TimeSpan? Took, string? Failure, bool IsRunning, DateTimeOffset? NextAt);
}
