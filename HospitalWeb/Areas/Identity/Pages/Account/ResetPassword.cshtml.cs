using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Passwords;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Identity.Pages.Account;

/// <summary>Whoever holds the link of a letter chooses the password of its account. It signs nobody in, and whatever else the account asks for is asked for as before.</summary>
[AllowAnonymous]
public sealed class ResetPasswordModel(HospitalContext db, UserManager<Security.Account> accounts, AccountLinks links, PasswordRule rule, SignInThrottle throttle) : PageModel
{
    private AccountLink? link;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public bool Opens => link is not null;
    /// <summary>An address that a patient typed may be a stranger's until somebody there has shown that he is the patient.</summary>
    public bool AsksBirthDate => link is { Account: { PatientId: not null, EmailConfirmed: false } };
    public string Rule { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRule.When(link is null, AccountLinks.Refusal);
        if (AsksBirthDate && !await IsBirthDateAsync()) ModelState.AddModelError("Input.BirthDate", "Enter your date of birth as the hospital knows it.");
        if (!ModelState.IsValid) return Page();

        await using var transaction = await db.Database.BeginTransactionAsync();
        await links.UseAsync(link!);
        link!.Account.EmailConfirmed = true;
        var chosen = await accounts.ResetPasswordAsync(link.Account, await accounts.GeneratePasswordResetTokenAsync(link.Account), Input.Password!);
        foreach (var error in chosen.Errors) ModelState.AddModelError("Input.Password", error.Description);
        if (!chosen.Succeeded) return Page();

        await transaction.CommitAsync();
        return RedirectToPage("./ResetPasswordConfirmation");
    }

    // Counted before it is looked at, like every other secret.
    private async Task<bool> IsBirthDateAsync()
    {
        if (!await throttle.TakeAsync(link!.AccountId) || !await db.Patients.AnyAsync(p => p.Id == link.Account.PatientId && p.BirthDate == Input.BirthDate && Input.BirthDate != null)) return false;

        await throttle.SucceededAsync(link.AccountId);
        return true;
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        link = await links.FindAsync(Code, LinkPurpose.Invitation, LinkPurpose.PasswordReset);
        if (link is not null) Rule = $"At least {await rule.FewestForAsync(link.Account)} characters. Three or four words are easy to remember.";
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter a new password.")]
        public string? Password { get; set; }

        public DateOnly? BirthDate { get; set; }
    }
}
