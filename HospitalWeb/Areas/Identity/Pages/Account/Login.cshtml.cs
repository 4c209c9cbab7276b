using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using HospitalWeb.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account;

[AllowAnonymous]
public sealed class LoginModel(AccountSignIn signIn, UserManager<Security.Account> accounts, RolePermissions roles) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; init; }

    /// <summary>What a passkey answered.</summary>
    [BindProperty]
    public string? Credential { get; init; }

    /// <summary>The password was right; a passkey, or a recovery code in its place, is still to come.</summary>
    public bool IsPasskeyMissing { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var account = await accounts.FindByEmailAsync(Input.Email!);
        var result = await signIn.PasswordSignInAsync(account, Input.Email!, Input.Password!);
        if (result.RequiresTwoFactor && account!.TwoFactorEnabled) return RedirectToPage("./LoginWith2fa", new { ReturnUrl });
        if (result.RequiresTwoFactor)
        {
            await SignInAudit.WriteFailedAsync(HttpContext, account!, "The password is right; the passkey is missing.");
            IsPasskeyMissing = true;
            ModelState.AddModelError("", "Your account needs more than a password: sign in with your passkey.");
            return Page();
        }
        if (!result.Succeeded)
        {
            if (account is null) await SignInAudit.WriteUnknownAsync(HttpContext, Input.Email!);
            else await SignInAudit.WriteFailedAsync(HttpContext, account, account.IsDisabled ? "The account is disabled." : result.IsLockedOut ? "The account is locked for a while." : "The password is wrong.");
            // The same sentence whatever was wrong: who has an account here is nobody's business.
            ModelState.AddModelError("", "E-mail or password is wrong, or the account is locked for a while after too many tries.");
            return Page();
        }

        return await InAsync(account!);
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        ModelState.Clear();
        var (owner, isProven) = await signIn.CheckPasskeyAsync(Credential);
        if (owner is null || !isProven)
        {
            if (owner is null) await SignInAudit.WriteUnknownAsync(HttpContext, "A passkey that no account has");
            else await SignInAudit.WriteFailedAsync(HttpContext, owner, owner.IsDisabled ? "The account is disabled." : "The passkey was refused.");
            ModelState.AddModelError("", "This passkey was not accepted, or it is locked for a while after too many tries.");
            return Page();
        }

        await signIn.SignInByPasskeyAsync(owner);
        return await InAsync(owner);
    }

    private async Task<LocalRedirectResult> InAsync(Security.Account account) => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Home(await accounts.GetRolesAsync(account)));

    // Everybody starts where they work.
    private string Home(IEnumerable<string> held)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(held.Select(role => new Claim(ClaimTypes.Role, role))));
        return Navigation.Areas.FirstOrDefault(area => area.Enter is { } enter && roles.Allow(user, enter))?.Home ?? "/";
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter your e-mail address.")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }
}
