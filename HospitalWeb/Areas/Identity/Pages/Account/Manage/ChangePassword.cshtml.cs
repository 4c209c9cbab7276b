using System.ComponentModel.DataAnnotations;
using HospitalWeb.Security;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

public sealed class ChangePasswordModel(UserManager<Security.Account> accounts, AccountSignIn signIn, PasswordRule rule) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<string> RuleAsync() => $"At least {(await accounts.GetUserAsync(User) is { } account ? await rule.FewestForAsync(account) : PasswordRule.Fewest)} characters. Three or four words are easy to remember.";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();

        if (!await signIn.ProvesPasswordAsync(account, Input.OldPassword!, "it was not changed."))
        {
            ModelState.AddModelError("Input.OldPassword", "The password is wrong, or the account is locked for a while after too many tries.");
            return Page();
        }

        var changed = await accounts.ChangePasswordAsync(account, Input.OldPassword!, Input.NewPassword!);
        foreach (var error in changed.Errors) ModelState.AddModelError("Input.NewPassword", error.Description);
        if (!changed.Succeeded) return Page();

        await signIn.RefreshSignInAsync(account);
        TempData.Notice("Your password is changed. Other devices are signed out.");
        return RedirectToPage("./Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the password you use now.")]
        public string? OldPassword { get; set; }

        [Required(ErrorMessage = "Enter a new password.")]
        public string? NewPassword { get; set; }
    }
}
