using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage.Passkeys;

/// <summary>The passkeys of one's own account, and the form that makes another.</summary>
[FreshSignIn]
public sealed class IndexModel(AccountManager accounts, PasskeyCeremony ceremony, AccountNotices notices) : PageModel
{
    private Security.Account account = null!;

    [BindProperty]
    public Form Input { get; init; } = new();

    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool NeedsOne => User.SessionState == SessionState.NeedsSecondFactor;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        BrokenRule.When(Rows.Count >= Security.Passkeys.Passkeys.MostOfOneAccount, "Your account has as many passkeys as it may have. Remove one first.");
        BrokenRule.When(string.IsNullOrEmpty(Input.Credential), "Your browser has made no passkey. It needs JavaScript for that.");
        var made = await ceremony.ReadNewAsync(account, Input.Credential);
        BrokenRule.When(made is null, "This passkey was not accepted. Try once more.");

        made!.Name = Input.Name!.Trim();
        notices.Tell(account, $"The passkey “{made.Name}” was added to your account");
        await accounts.AddOrUpdatePasskeyAsync(account, made);
        RecoveryCodes = await accounts.FirstRecoveryCodesAsync(account);
        TempData.Notice($"The passkey {made.Name} is added. It signs you in from now on.");
        return RedirectToPage(RecoveryCodes is null ? null : "../ShowRecoveryCodes");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.GetUserAsync(User) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        account = found;
        Rows = [.. (await accounts.GetPasskeysAsync(account)).OrderBy(key => key.CreatedAt).Select(key => new Row(WebEncoders.Base64UrlEncode(key.CredentialId), key.Name ?? "", key.CreatedAt, key.IsBackedUp))];
        await next();
    }

    public sealed record Row(string Id, string Name, DateTimeOffset CreatedAt, bool IsBackedUp);

    public sealed class Form
    {
        [Required(ErrorMessage = "Give the passkey a name, such as the device it is on."), StringLength(Security.Passkeys.Passkeys.NameMaxLength, ErrorMessage = "The name is too long.")]
        public string? Name { get; set; }

        [StringLength(PasskeyAnswer.MaxLength)]
        public string? Credential { get; set; }
    }
}
