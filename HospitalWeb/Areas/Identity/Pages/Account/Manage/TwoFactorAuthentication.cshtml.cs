using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

public sealed class TwoFactorAuthenticationModel(HospitalContext db, UserManager<Security.Account> accounts) : PageModel
{
    public bool HasApp { get; private set; }
    public bool HasPasskey { get; private set; }
    public bool NeedsPasskey { get; private set; }
    public int RecoveryCodesLeft { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();

        (HasApp, HasPasskey) = (account.TwoFactorEnabled, (await accounts.GetPasskeysAsync(account)).Count > 0);
        (NeedsPasskey, RecoveryCodesLeft) = (await db.NeedsPasskeyAsync(account.Id), await accounts.CountRecoveryCodesAsync(account));
        return Page();
    }
}
