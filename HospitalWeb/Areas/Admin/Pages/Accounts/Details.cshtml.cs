using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Admin.Pages.Accounts;

[Requires(Permission.ManageAccounts), FreshSignIn]
public sealed class DetailsModel(HospitalContext db, UserManager<Account> accounts, CurrentUser me, Delegation delegation, AccountLinks links, AccountNotices notices) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Role> Roles { get; private set; } = [];
    public bool IsMe => Account.Id == me.AccountId;
    public bool IsPatient => Account.PatientId is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRule.When(IsMe, "Another administrator must change your own roles.");
        BrokenRule.When(IsPatient, "A patient's account has no other role.");
        BrokenRule.When(Input.Roles.Count == 0, "Choose at least one role, or disable the account.");
        await delegation.MayChangeAsync(Account);
        await delegation.MayGiveAsync(Account.Id.ToString(), Input.Roles);

        await using var transaction = await db.Database.BeginTransactionAsync();
        await accounts.RemoveFromRolesAsync(Account, Roles.Except(Input.Roles).Select(role => role.ToString()));
        await accounts.AddToRolesAsync(Account, Input.Roles.Except(Roles).Select(role => role.ToString()));
        await accounts.UpdateSecurityStampAsync(Account);
        await transaction.CommitAsync();
        return Done($"The roles of {Account.DisplayName} are saved, and their sessions are over.");
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        BrokenRule.When(IsMe, "You cannot disable your own account.");
        await delegation.MayChangeAsync(Account);
        Account.IsDisabled = true;
        await accounts.UpdateSecurityStampAsync(Account);
        return Done($"{Account.DisplayName} can no longer sign in, and is signed out.");
    }

    public async Task<IActionResult> OnPostEnableAsync()
    {
        await delegation.MayChangeAsync(Account);
        Account.IsDisabled = false;
        await accounts.UpdateSecurityStampAsync(Account);
        return Done($"{Account.DisplayName} can sign in again.");
    }

    /// <summary>For somebody who has lost the phone or the key: what is asked besides the password is set up anew.</summary>
    public async Task<IActionResult> OnPostFactorAsync()
    {
        BrokenRule.When(IsMe, "Another administrator must take away your own second factor.");
        await delegation.MayChangeAsync(Account);

        await using var transaction = await db.Database.BeginTransactionAsync();
        var passkeys = await accounts.GetPasskeysAsync(Account);
        if (!Account.TwoFactorEnabled && passkeys.Count > 0) notices.Tell(Account, "The passkeys of your account were removed by an administrator");
        foreach (var passkey in passkeys) await accounts.RemovePasskeyAsync(Account, passkey.CredentialId);
        await accounts.SetTwoFactorEnabledAsync(Account, false);
        await accounts.ResetAuthenticatorKeyAsync(Account);
        // What was written down for the lost one opens nothing for the next.
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, 0);
        await accounts.UpdateSecurityStampAsync(Account);
        await transaction.CommitAsync();
        return Done($"The second factor of {Account.DisplayName} is gone. It is set up anew at the next sign-in, where a role asks for one.");
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        BrokenRule.When(Account.IsDisabled, "This account is disabled. Enable it first.");
        await delegation.MayChangeAsync(Account);
        links.SendReset(Account);
        await db.SaveChangesAsync();
        return Done($"A link to choose a new password is on its way to {Account.Email}.");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
        Roles = [.. (await accounts.GetRolesAsync(account)).Where(name => Enum.TryParse<Role>(name, out _)).Select(Enum.Parse<Role>).Order()];
        await next();
    }

    private RedirectToPageResult Done(string notice)
    {
        TempData.Notice(notice);
        return RedirectToPage(new { Id });
    }

    public sealed class Form
    {
        public List<Role> Roles { get; init; } = [];
    }
}
