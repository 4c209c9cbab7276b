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
public sealed class UnlockModel(HospitalContext db, AccountSignIn signIn, UserManager<Security.Account> accounts, TimeProvider time) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your password.")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; init; }

    /// <summary>What a passkey answered.</summary>
    [BindProperty]
    public string? Credential { get; init; }

    public bool HasPasskey { get; private set; }
    public string Name => User.FindFirstValue(CurrentUser.DisplayNameClaim) ?? "";
    public bool IsLocked => User.SessionState == SessionState.Locked;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var account = (await accounts.GetUserAsync(User))!;
        if (!await signIn.ProvesPasswordAsync(account, Password!, "the session stays locked."))
        {
            ModelState.AddModelError("", "The password is wrong, or the account is locked for a while after too many tries.");
            return Page();
        }

        return await OpenAsync();
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        ModelState.Clear();
        var account = (await accounts.GetUserAsync(User))!;
        if ((await signIn.CheckPasskeyAsync(Credential, account)).IsProven) return await OpenAsync();

        await SignInAudit.WriteFailedAsync(HttpContext, account, "The passkey was refused; the session stays locked.");
        ModelState.AddModelError("", "This passkey was not accepted, or it is locked for a while after too many tries.");
        return Page();
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (User.SessionId is null)
        {
            context.Result = RedirectToPage("./Login", new { ReturnUrl });
            return;
        }

        HasPasskey = await accounts.GetUserAsync(User) is { } account && (await accounts.GetPasskeysAsync(account)).Count > 0;
        await next();
    }

    private async Task<IActionResult> OpenAsync()
    {
        var (id, now) = (User.SessionId, time.GetUtcNow());
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, now).SetProperty(x => x.AuthenticatedAt, now));
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
