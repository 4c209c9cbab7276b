using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Roles;

[Requires(Permission.ManageRoles), FreshSignIn]
public sealed class IndexModel(HospitalContext db, RolePermissions permissions) : PageModel
{
    /// <summary>What is ticked, as "Doctor:Prescribe".</summary>
    [BindProperty]
    public List<string> Granted { get; init; } = [];

    /// <summary>The roles whose holders sign in with more than a password.</summary>
    [BindProperty]
    public List<string> SecondFactor { get; init; } = [];

    public IReadOnlyList<AccountRole> Roles { get; private set; } = [];

    public void OnGet()
    {
        Granted.AddRange(Roles.SelectMany(role => role.Grants.Permissions.Select(permission => Key(role, permission))));
        SecondFactor.AddRange(Roles.Where(role => role.NeedsSecondFactor).Select(role => role.Name!));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        foreach (var role in Roles) role.NeedsSecondFactor = SecondFactor.Contains(role.Name!);
        foreach (var role in Roles) role.Grant([.. Enum.GetValues<Permission>().Where(permission => Granted.Contains(Key(role, permission)))]);
        await db.SaveChangesAsync();

        permissions.Forget();
        TempData.Notice("The permissions are saved. They hold at once here and within seconds on every other server.");
        return RedirectToPage();
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Roles = [.. (await db.Roles.ToListAsync()).OrderBy(role => Enum.TryParse<Role>(role.Name, out var known) ? (int)known : int.MaxValue)];
        await next();
    }

    public static string Key(AccountRole role, Permission permission) => $"{role.Name}:{permission}";
}
