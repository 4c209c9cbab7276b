using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account;

/// <summary>Whoever reads the letter at the new address makes it the account's own. The old address is told.</summary>
[AllowAnonymous]
public sealed class ConfirmEmailChangeModel(HospitalContext db, UserManager<Security.Account> accounts, AccountLinks links, AccountNotices notices) : PageModel
{
    private AccountLink? link;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; init; }

    public string? NewEmail => link?.NewEmail;

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRule.When(link is null, AccountLinks.Refusal);

        await using var transaction = await db.Database.BeginTransactionAsync();
        await links.UseAsync(link!);
        var account = link!.Account;
        notices.Tell(account, "The address of your account was changed");
        (account.UserName, account.Email, account.EmailConfirmed) = (NewEmail, NewEmail, true);
        // A stamp of its own: the one who held the account before is out.
        BrokenRule.When(!(await accounts.UpdateSecurityStampAsync(account)).Succeeded, AccountLinks.Refusal);
        await transaction.CommitAsync();

        TempData.Notice("Your address is changed. Sign in with it.");
        return LocalRedirect(Security.SignIn.SignInPath);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        link = await links.FindAsync(Code, LinkPurpose.EmailChange);
        await next();
    }
}
