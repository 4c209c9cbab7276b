using System.ComponentModel.DataAnnotations;
using HospitalWeb.Security.Links;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Identity.Pages.Account;

/// <summary>Answers everybody alike, and asks the database nothing.</summary>
[AllowAnonymous]
public sealed class ForgotPasswordModel(Afterwards afterwards) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var email = Input.Email!;
        await afterwards.DoAsync(HttpContext, services => services.GetRequiredService<ResetRequest>().AnswerAsync(email));
        return RedirectToPage("./ForgotPasswordConfirmation");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter your e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(254, ErrorMessage = "This is not an e-mail address.")]
        public string? Email { get; set; }
    }
}
