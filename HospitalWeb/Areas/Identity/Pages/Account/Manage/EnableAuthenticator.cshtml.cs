using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

/// <summary>The key of a second factor as a square to scan and in words to type, and the code that proves the app has it. Looking makes no key; starting does.</summary>
[FreshSignIn]
public sealed class EnableAuthenticatorModel(AccountManager accounts, SignInManager<Security.Account> signIn, FacilityBook book) : PageModel
{
    private Security.Account account = null!;
    private string key = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public bool HasStarted => key != "";
    public string Key => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));
    public HtmlString Square => new(Printing.Square.Of(Address));

    private string Address => $"otpauth://totp/{Escaped(Issuer)}:{Escaped(account.Email!)}?secret={key}&issuer={Escaped(Issuer)}&digits=6";
    private string Issuer => book.Current?.Name ?? nameof(HospitalWeb);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.GetUserAsync(User) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        account = found;
        key = await accounts.GetAuthenticatorKeyAsync(account) ?? "";
        await next();
    }

    public async Task<IActionResult> OnPostStartAsync()
    {
        if (!HasStarted) await accounts.ResetAuthenticatorKeyAsync(account);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HasStarted) return RedirectToPage();
        if (!ModelState.IsValid) return Page();

        var code = Input.Code!.Replace(" ", "").Replace("-", "");
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.AddModelError("Input.Code", "This is not the code the app shows now. Enter the newest one.");
            return Page();
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        RecoveryCodes = await accounts.FirstRecoveryCodesAsync(account);
        await signIn.RefreshSignInAsync(account);
        TempData.Notice("The second factor is on. From now on you need a code from the app to sign in.");
        return RedirectToPage(RecoveryCodes is null ? "./TwoFactorAuthentication" : "./ShowRecoveryCodes");
    }

    private static string Escaped(string words) => UrlEncoder.Default.Encode(words);

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the code of 6 digits that the app shows.")]
        public string? Code { get; set; }
    }
}
