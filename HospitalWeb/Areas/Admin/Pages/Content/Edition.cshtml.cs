using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Content;

/// <summary>Puts an edition of the privacy policy in force; the one before is retired.</summary>
[Requires(Permission.ManageContent)]
public sealed class EditionModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public PrivacyPolicy Policy { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        Policy.Activate(await db.PrivacyPolicies.SingleOrDefaultAsync(p => p.Status == PolicyStatus.Active));
        await db.SaveChangesAsync();

        TempData.Notice($"Edition {Policy.Edition} is in force.");
        return RedirectToPage("Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PrivacyPolicies.SingleOrDefaultAsync(p => p.Id == Id) is not { } policy)
        {
            context.Result = NotFound();
            return;
        }

        Policy = policy;
        await next();
    }
}
