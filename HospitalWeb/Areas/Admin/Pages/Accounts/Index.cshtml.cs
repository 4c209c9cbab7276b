using HospitalWeb.Data;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Accounts;

[Requires(Permission.ManageAccounts)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Email { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var accounts = db.Users.AsNoTracking();
        if (Email?.Trim().ToUpperInvariant() is { Length: > 0 } start) accounts = accounts.Where(a => a.NormalizedEmail!.StartsWith(start));
        if (After is { } after) accounts = accounts.Where(a => a.NormalizedEmail!.CompareTo(after) > 0);
        var rows = await accounts.OrderBy(a => a.NormalizedEmail).Take(PageSize + 1)
            .Select(a => new Row(a.Id, a.DisplayName, a.Email!, a.NormalizedEmail!, a.IsDisabled, a.LastSignInAt, db.UserRoles.Where(r => r.UserId == a.Id).Join(db.Roles, r => r.RoleId, role => role.Id, (_, role) => role.Name!).ToList()))
            .ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = Rows[^1].Key;
    }

    public sealed record Row(Guid Id, string Name, string Email, string Key, bool IsDisabled, DateTimeOffset? LastSignInAt, List<string> Roles);
}
