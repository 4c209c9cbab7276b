using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Manage;

[Requires(Permission.ManageBeds)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    public List<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await db.Wards.OrderBy(w => w.Name).Select(w => new Row(w.Id, w.Name, w.Code, w.Kind, w.BedDayPriceCode, w.Beds.Count, w.IsActive)).ToListAsync();

    public sealed record Row(Guid Id, string Name, string Code, WardKind Kind, string PriceCode, int Beds, bool IsActive);
}
