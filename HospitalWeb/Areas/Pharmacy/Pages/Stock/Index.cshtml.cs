using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Stock;

/// <summary>What is on the shelf; what runs low; what expires within three months or already has.</summary>
[Requires(Permission.ManageStock)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock) : PageModel
{
    public const int ExpiringWithinDays = 90;
    private const int PageSize = 50;

    public enum View { All, Low, Expiring }

    [BindProperty(SupportsGet = true)]
    public View Show { get; init; }

    /// <summary>Name and id of the last line shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<StockLevel> Levels { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var levels = db.StockLevels(clock.Today);
        if (Show == View.Low) levels = levels.Low();
        if (Show == View.Expiring) levels = levels.ExpiringBy(clock.Today.AddDays(ExpiringWithinDays));
        if (After?.Split('~') is [var name, var key] && Guid.TryParse(key, out var id))
            levels = levels.Where(l => l.Name.CompareTo(name) > 0 || l.Name == name && l.Id.CompareTo(id) > 0);

        var found = await levels.OrderBy(l => l.Name).ThenBy(l => l.Id).Take(PageSize + 1).ToListAsync();
        Levels = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{Levels[^1].Name}~{Levels[^1].Id}" : null;
    }
}
