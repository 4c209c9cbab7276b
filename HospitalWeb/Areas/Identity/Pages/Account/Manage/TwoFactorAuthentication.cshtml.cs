using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

public sealed class TwoFactorAuthenticationModel(UserManager<Security.Account> accounts) : PageModel
{
    public bool IsOn { get; private set; }
    public int RecoveryCodesLeft { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();

        (IsOn, RecoveryCodesLeft) = (account.TwoFactorEnabled, await accounts.CountRecoveryCodesAsync(account));
        return Page();
    }
}
