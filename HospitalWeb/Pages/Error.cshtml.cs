using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Pages;

/// <summary>What went wrong, in a sentence, with a reference that finds it in the log. Nothing of the failure itself is shown.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public string? Reference { get; private set; }

    public IActionResult OnGet([FromRoute] int? status) => Answer(status);

    public IActionResult OnPost([FromRoute] int? status) => Answer(status);

    // Who asked for data is answered with data.
    private IActionResult Answer(int? status)
    {
        Say(status);
        var asked = Request.Headers.Accept.ToString();
        return asked.Contains("json", StringComparison.OrdinalIgnoreCase) && !asked.Contains("html", StringComparison.OrdinalIgnoreCase)
            ? new JsonResult(new { error = Heading, sentence = Sentence, reference = Reference }) { StatusCode = Response.StatusCode }
            : Page();
    }

    private void Say(int? status)
    {
        status ??= Response.StatusCode;
        (Heading, Sentence) = status switch
        {
            StatusCodes.Status400BadRequest => ("That did not work", "The page was open too long or was sent in a way it was not made for. Go back, reload it and try again. Nothing was saved."),
            StatusCodes.Status403Forbidden => ("Not allowed", "Your role may not open this page. Ask an administrator if you need it."),
            StatusCodes.Status404NotFound => ("Not found", "There is nothing at this address, or nothing that you may see."),
            StatusCodes.Status409Conflict => ("Wrong patient", "This form was opened for another patient than the one in the address. Nothing was saved. Open the patient again."),
            StatusCodes.Status405MethodNotAllowed => ("That did not work", "This address is asked in a way it was not made for."),
            StatusCodes.Status413PayloadTooLarge => ("Too large", "What was sent is larger than this page takes. Nothing was saved."),
            StatusCodes.Status429TooManyRequests => ("Too many requests", "You, or many others at once, have asked for very much in a short time. Wait a minute and try again."),
            StatusCodes.Status503ServiceUnavailable => ("Closed for the moment", "What happens here cannot be written down now, so nothing is shown and nothing is saved. Tell whoever looks after the system."),
            _ => ("Something went wrong", "The page could not be shown. What you did last may not have been saved: look before you repeat it."),
        };
        if (status is null or >= 500) Reference = HttpContext.Reference();
    }
}
