using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Staff;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Accounts;

[Requires(Permission.ManageAccounts), FreshSignIn]
public sealed class NewModel(HospitalContext db, UserManager<Account> accounts, Delegation delegation, AccountLinks links, FacilityClock clock) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<SelectListItem> Practitioners { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Roles.Count == 0) ModelState.AddModelError("Input.Roles", "Choose at least one role.");
        if (!ModelState.IsValid) return Page();

        await delegation.MayGiveAsync("new", Input.Roles);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var account = new Account { UserName = Input.Email!.Trim(), Email = Input.Email.Trim(), DisplayName = Input.Name!.Trim(), PractitionerId = Input.PractitionerId, CreatedAt = clock.Now };
        var created = await accounts.CreateAsync(account);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors.DistinctBy(e => e.Description)) ModelState.AddModelError("Input.Email", error.Description);
            return Page();
        }

        await accounts.AddToRolesAsync(account, Input.Roles.Select(role => role.ToString()));
        links.Invite(account);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        TempData.Notice($"{account.DisplayName} has been invited by mail.");
        return RedirectToPage("Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Practitioners = await db.Practitioners.Where(p => p.IsActive && p.ImportedFrom == null && !db.Users.Any(a => a.PractitionerId == p.Id)).ByName()
            .Select(p => new SelectListItem(p.DisplayName + " (" + p.Profession + ")", p.Id.ToString())).ToListAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the name."), StringLength(Account.DisplayNameMaxLength, ErrorMessage = "The name is too long.")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter the e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address.")]
        public string? Email { get; set; }

        public Guid? PractitionerId { get; set; }
        public List<Role> Roles { get; init; } = [];
    }
}
