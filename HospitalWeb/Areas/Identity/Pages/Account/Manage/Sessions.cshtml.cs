using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

public sealed class SessionsModel(HospitalContext db, CurrentUser me, TimeProvider time) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Guid? Mine => User.SessionId;

    public async Task OnGetAsync() => Rows = (await db.Sessions.Alive(time.GetUtcNow()).Where(s => s.AccountId == me.AccountId).OrderByDescending(s => s.LastActiveAt)
        .Select(s => new { s.Id, s.Device, s.IpAddress, s.StartedAt, s.LastActiveAt }).ToListAsync())
        .ConvertAll(s => new Row(s.Id, DeviceWords.Of(s.Device), s.IpAddress, s.StartedAt, s.LastActiveAt));

    public async Task<IActionResult> OnPostAsync()
    {
        var mine = Mine;
        await EndAsync(db.Sessions.Where(s => s.Id != mine));
        TempData.Notice("Every other session is over.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await db.Sessions.AnyAsync(s => s.Id == id && s.AccountId == me.AccountId)) return NotFound();

        await EndAsync(db.Sessions.Where(s => s.Id == id));
        TempData.Notice("That session is over.");
        return RedirectToPage();
    }

    private async Task EndAsync(IQueryable<Session> sessions)
    {
        var account = me.AccountId;
        db.Record(AuditAction.SignOut, nameof(Session), account.ToString());
        await db.SaveChangesAsync();
        await sessions.EndAsync(s => s.AccountId == account, time.GetUtcNow());
    }

    public sealed record Row(Guid Id, string Device, string IpAddress, DateTimeOffset StartedAt, DateTimeOffset LastActiveAt);
}
