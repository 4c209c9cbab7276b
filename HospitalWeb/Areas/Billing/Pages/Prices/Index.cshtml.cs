using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Prices;

[Requires(Permission.ManagePrices)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    private const int PageSize = 100;

    /// <summary>The code after which this page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<Row> Services { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var list = db.Services.On(clock.Today);
        if (After is { } after) list = list.Where(s => s.Code.CompareTo(after) > 0);
        Services = await list.OrderBy(s => s.Code).Select(s => new Row(s.Code, s.Name, s.Price, s.EffectiveFrom)).Take(PageSize).ToListAsync();
        if (Services.Count == PageSize) Next = Services[^1].Code;
    }

    public sealed record Row(string Code, string Name, UnitPrice? Price, DateOnly From);
}
