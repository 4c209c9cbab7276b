using HospitalWeb.Data;
using HospitalWeb.Printing;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Public.Pages.Verify;

[Limited(Limit.Search)]
public sealed class PaperModel(HospitalContext db, FacilityClock clock) : PageModel
{
    public Verification? Paper { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string code)
    {
        Paper = await db.VerifyAsync(code, clock.Today);
        return new PageResult { StatusCode = Paper is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }
}
