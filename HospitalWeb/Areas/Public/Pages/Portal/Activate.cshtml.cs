using System.ComponentModel.DataAnnotations;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Portal;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Public.Pages.Portal;

/// <summary>Answers everybody alike, and asks the database nothing: whether code and date belong together is told by letter only.</summary>
[Limited(Limit.Reset)]
public sealed class ActivateModel(Afterwards afterwards) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var (code, born, email) = (Input.Code!, Input.BirthDate!.Value, Input.Email!.Trim());
        await afterwards.DoAsync(HttpContext, services => services.GetRequiredService<PortalActivation>().AnswerAsync(code, born, email));
        return RedirectToPage("Asked");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the code from the slip."), StringLength(40, ErrorMessage = "The code is too long.")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Enter your date of birth.")]
        public DateOnly? BirthDate { get; set; }

        [Required(ErrorMessage = "Enter your e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(254, ErrorMessage = "This is not an e-mail address.")]
        public string? Email { get; set; }
    }
}
