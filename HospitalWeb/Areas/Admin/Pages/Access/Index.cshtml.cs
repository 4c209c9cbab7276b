using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Access;

/// <summary>Who may open what, as the running program decides it now: from what its pages ask for and what its roles hold.</summary>
[Requires(Permission.ManageRoles)]
public sealed class IndexModel(HospitalContext db, Doors doors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Role? Role { get; init; }

    // Not Area: that is the name of the page's own area in its route.
    [BindProperty(SupportsGet = true)]
    public string? Within { get; init; }

    public IReadOnlyList<Holder> Roles { get; private set; } = [];
    public IReadOnlyList<Door> Doors { get; private set; } = [];
    public IReadOnlyList<string> Areas { get; private set; } = [];
    public string? Filtered => (Role, Within) switch
    {
        (null, null) => null,
        ({ } role, null) => $"what {Words.Spaced(role.ToString())} may open",
        (null, { } area) => $"the area {Words.Spaced(area)}",
        ({ } role, { } area) => $"what {Words.Spaced(role.ToString())} may open in the area {Words.Spaced(area)}",
    };

    public async Task OnGetAsync()
    {
        var holders = await db.Roles.AsNoTracking()
            .Select(role => new { role.Name, role.Grants, Accounts = db.UserRoles.Count(held => held.RoleId == role.Id && db.Users.Any(account => account.Id == held.UserId && !account.IsDisabled)) })
            .ToListAsync();
        var all = await doors.AllAsync();

        Roles = [.. holders.Select(h => new Holder(h.Name!, h.Accounts, [.. h.Grants.Permissions])).OrderBy(h => Enum.TryParse<Role>(h.Name, out var known) ? (int)known : int.MaxValue).Where(h => Role is null || h.Name == Role.ToString())];
        Areas = [.. all.Select(door => door.Area).Distinct()];
        Doors = [.. all.Where(door => (Within is null || door.Area == Within) && (Role is null || Roles.Any(door.OpensTo)))];
    }
}
