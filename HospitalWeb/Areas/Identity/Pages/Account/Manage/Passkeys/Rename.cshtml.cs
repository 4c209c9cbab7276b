using System.ComponentModel.DataAnnotations;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage.Passkeys;

[FreshSignIn]
public sealed class RenameModel(UserManager<Security.Account> accounts) : PageModel
{
    [FromRoute]
    public string Id { get; init; } = "";

    [BindProperty, Required(ErrorMessage = "Give the passkey a name, such as the device it is on."), StringLength(Security.Passkeys.Passkeys.NameMaxLength, ErrorMessage = "The name is too long.")]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.OwnPasskeyAsync(User, Id) is not { } own) return NotFound();

        Name = own.Passkey.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.OwnPasskeyAsync(User, Id) is not { } own) return NotFound();
        if (!ModelState.IsValid) return Page();

        own.Passkey.Name = Name!.Trim();
        await accounts.AddOrUpdatePasskeyAsync(own.Account, own.Passkey);
        TempData.Notice($"The passkey is now called {own.Passkey.Name}.");
        return RedirectToPage("./Index");
    }
}
