using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Held;

/// <summary>A form that was sent while its session was locked or over, shown to its sender and to nobody else.</summary>
[Authorize]
public sealed class ShowModel(HospitalContext db, FormKeeper keeper, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public string Path { get; private set; } = "";
    public List<KeyValuePair<string, string>> Fields { get; private set; } = [];
    /// <summary>What a person typed, without the keys and ids that the page itself had put in.</summary>
    public IEnumerable<(string Name, string Value)> Shown => Fields.Where(f => !f.Key.StartsWith('_') && f.Value.Length > 0 && !Guid.TryParse(f.Value, out _)).Select(f => (Words.Spaced(f.Key.Split('.')[^1]), f.Value));

    public async Task<IActionResult> OnPostAsync()
    {
        await db.HeldForms.Where(h => h.Id == Id && h.AccountId == me.AccountId).ExecuteDeleteAsync();
        TempData.Notice("What you had typed is thrown away.");
        return LocalRedirect("/");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.HeldForms.AsNoTracking().SingleOrDefaultAsync(h => h.Id == Id && h.AccountId == me.AccountId) is not { } held)
        {
            context.Result = NotFound();
            return;
        }

        (Path, Fields) = (held.Path, keeper.Open(held));
        await next();
    }
}
