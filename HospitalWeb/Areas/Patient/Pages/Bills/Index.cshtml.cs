using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Bills;

[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int PerPage = 25;

    /// <summary>The number of the last bill that was shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public List<BillSummary> Bills { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var mine = db.Bills.Issued().Where(b => b.PatientId == me.PatientId);
        if (After is { } after) mine = mine.Where(b => b.Number < after);
        Bills = await mine.OrderByDescending(b => b.Number).Summaries().Take(PerPage).ToListAsync();
        if (Bills.Count == PerPage) Next = $"{Bills[^1].Number}";
    }
}
