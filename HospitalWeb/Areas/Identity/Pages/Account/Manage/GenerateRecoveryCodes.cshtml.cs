using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

/// <summary>Ten new codes in place of the old ones, whether they stand for an app or for a passkey.</summary>
[FreshSignIn]
public sealed class GenerateRecoveryCodesModel(AccountManager accounts) : PageModel
{
    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();

        BrokenRule.When(!account.TwoFactorEnabled && (await accounts.GetPasskeysAsync(account)).Count == 0, "Set up a second factor first: the codes are for the day it is lost.");
        RecoveryCodes = [.. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, AccountManager.RecoveryCodes))!];
        return RedirectToPage("./ShowRecoveryCodes");
    }
}
