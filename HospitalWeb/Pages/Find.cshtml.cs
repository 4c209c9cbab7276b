using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace HospitalWeb.Pages;

/// <summary>The searches for patients are sent here and led on to the page that answers them, with the words sealed.</summary>
[Authorize]
public sealed class FindModel(WordSeal words) : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <param name="to">The page that answers.</param>
    /// <param name="seal">The field that names a patient; the others go along as they are.</param>
    public IActionResult OnPost([FromQuery] string? to, [FromQuery] string? seal)
    {
        if (!Url.IsLocalUrl(to)) return NotFound();

        var asked = Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, field.Key == seal ? words.Seal(value) : value));
        return LocalRedirect(QueryHelpers.AddQueryString(to, asked.Where(field => !string.IsNullOrEmpty(field.Value))));
    }
}
