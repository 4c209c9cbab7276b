using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Jobs;
using HospitalWeb.Data.Mail;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Mail;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages;

[Requires(Permission.EnterAdmin)]
public sealed class IndexModel(HospitalContext db, HospitalDatabase database, Postman postman, FacilityClock clock, IConfiguration settings, IHostEnvironment host) : PageModel
{
    private const long FewBytes = 2L * 1024 * 1024 * 1024;

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var yesterday = clock.Now.AddDays(-1);
        var runs = await db.JobRuns.Where(r => r.DueAt > yesterday).GroupBy(r => r.Failure != null).Select(g => new { Failed = g.Key, Count = g.Count() }).ToListAsync();
        var mail = await db.OutgoingMails.Where(m => m.Status != MailStatus.Sent && m.Status != MailStatus.Lapsed).GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var checks = db.AuditChecks.OrderByDescending(c => c.StartedAt);
        var trail = await db.AuditHeads.Select(h => new { h.Sequence, Fault = checks.Select(c => c.Fault).FirstOrDefault(), VerifiedAt = checks.Select(c => c.FinishedAt).FirstOrDefault() }).SingleAsync();

        var (failed, ran) = (runs.Where(r => r.Failed).Sum(r => r.Count), runs.Sum(r => r.Count));
        var troubled = mail.GetValueOrDefault(MailStatus.Failed) + mail.GetValueOrDefault(MailStatus.Unconfirmed);
        var free = new DriveInfo(DataFolder.Of(settings, host.ContentRootPath)).AvailableFreeSpace;
        Parts =
        [
            new("Database", "done", "Working", $"{(database.IsSqlServer ? "SQL Server" : database.Provider == DatabaseProvider.Embedded ? "PostgreSQL, started by the hospital itself" : "PostgreSQL")}.", null),
            new("Jobs", failed > 0 ? "warning" : ran > 0 ? "done" : "neutral", failed > 0 ? "Failures" : ran > 0 ? "Working" : "No runs", $"{Words.Number(ran)} runs since yesterday, {Words.Number(failed)} failed.", "/admin/jobs"),
            new("Mail", troubled > 0 ? "warning" : "done", troubled > 0 ? "Look" : "Working",
                $"{Words.Number(mail.GetValueOrDefault(MailStatus.Queued))} waiting, {Words.Number(troubled)} failed or unconfirmed. {(postman.HasServer ? "Sent by the mail server." : "No mail server is set: letters become files.")}", "/admin/mail"),
            new("Audit trail", trail.Fault is not null ? "critical" : trail.Sequence > 0 ? "done" : "neutral", trail.Fault is not null ? "Not whole" : "Writing",
                $"{Words.Number(trail.Sequence)} entries. {trail.Fault ?? (trail.VerifiedAt is { } at ? $"Found whole on {Words.Date(clock.DateOf(at))}." : "Not yet verified.")}", "/admin/audit"),
            new("Disk", free < FewBytes ? "critical" : "done", free < FewBytes ? "Nearly full" : "Enough room", $"{Words.Number(Math.Round(free / 1e9m, 1))} GB free where the hospital keeps its files.", null),
        ];
    }

    public sealed record Part(string Name, string Kind, string State, string Says, string? Path);
}
