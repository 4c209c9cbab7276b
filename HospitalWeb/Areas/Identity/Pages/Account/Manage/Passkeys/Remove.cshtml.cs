using HospitalWeb.Data;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage.Passkeys;

/// <summary>Takes a passkey from the account. Wherever else one is signed in is signed out: somebody may have used it there.</summary>
[FreshSignIn]
public sealed class RemoveModel(HospitalContext db, UserManager<Security.Account> accounts, SignInManager<Security.Account> signIn, AccountNotices notices) : PageModel
{
    [FromRoute]
    public string Id { get; init; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.OwnPasskeyAsync(User, Id) is not { } own) return NotFound();

        Name = own.Passkey.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.OwnPasskeyAsync(User, Id) is not { } own) return NotFound();

        await using var transaction = await db.Database.BeginTransactionAsync();
        notices.Tell(own.Account, $"The passkey “{own.Passkey.Name}” was removed from your account");
        await accounts.RemovePasskeyAsync(own.Account, own.Passkey.CredentialId);
        await accounts.UpdateSecurityStampAsync(own.Account);
        await transaction.CommitAsync();

        await signIn.RefreshSignInAsync(own.Account);
        TempData.Notice($"The passkey {own.Passkey.Name} opens nothing any more. Other devices are signed out.");
        return RedirectToPage("./Index");
    }
}
