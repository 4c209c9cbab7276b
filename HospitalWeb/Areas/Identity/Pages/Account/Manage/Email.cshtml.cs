using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage;

/// <summary>Asks for another address. Whether somebody else has it already is not said here, only to who reads its letters.</summary>
[FreshSignIn]
public sealed class EmailModel(HospitalContext db, UserManager<Security.Account> accounts, AccountLinks links) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();

        links.SendEmailChange(account, Input.Email!.Trim());
        await db.SaveChangesAsync();
        TempData.Notice("A letter is on its way to the new address. Open its link within an hour.");
        return RedirectToPage("./Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the new address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(254, ErrorMessage = "This is not an e-mail address.")]
        public string? Email { get; set; }
    }
}
