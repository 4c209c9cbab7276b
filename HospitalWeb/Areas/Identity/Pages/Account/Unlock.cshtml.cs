using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Identity.Pages.Account;

/// <summary>The user of a session proves once more who he is: because it lay untouched, or because the next deed asks for it.</summary>
[AllowAnonymous]
public sealed class UnlockModel(HospitalContext db, SignInManager<Security.Account> signIn, UserManager<Security.Account> accounts, TimeProvider time) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your password.")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; init; }

    public string Name => User.FindFirstValue(CurrentUser.DisplayNameClaim) ?? "";
    public bool IsLocked => User.SessionState == SessionState.Locked;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var account = (await accounts.GetUserAsync(User))!;
        if (!(await signIn.CheckPasswordSignInAsync(account, Password!, lockoutOnFailure: false)).Succeeded)
        {
            await SignInAudit.WriteFailedAsync(HttpContext, account, "The password is wrong; the session stays locked.");
            ModelState.AddModelError("", "The password is wrong, or the account is locked for a while after too many tries.");
            return Page();
        }

        var (id, now) = (User.SessionId, time.GetUtcNow());
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, now).SetProperty(x => x.AuthenticatedAt, now));
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (User.SessionId is null) context.Result = RedirectToPage("./Login", new { ReturnUrl });
    }
}
