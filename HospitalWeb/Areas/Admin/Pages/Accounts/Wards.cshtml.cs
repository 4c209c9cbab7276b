using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Accounts;

/// <summary>On which wards somebody works, and whose patients he therefore treats.</summary>
[Requires(Permission.ManageAccounts), FreshSignIn]
public sealed class WardsModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public List<Guid> Chosen { get; init; } = [];

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Ward> Wards { get; private set; } = [];
    private List<WardDuty> duties = [];

    public void OnGet() => Chosen.AddRange(duties.Select(duty => duty.WardId));

    public async Task<IActionResult> OnPostAsync()
    {
        var known = Wards.Select(ward => ward.Id).Intersect(Chosen).ToList();
        db.RemoveRange(duties.Where(duty => !known.Contains(duty.WardId)));
        db.AddRange(known.Except(duties.Select(duty => duty.WardId)).Select(ward => new WardDuty { PractitionerId = Account.PractitionerId!.Value, WardId = ward }));
        await db.SaveChangesAsync();
        TempData.Notice($"The wards of {Account.DisplayName} are saved.");
        return RedirectToPage("./Details", new { Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id && a.PractitionerId != null) is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
        Wards = await db.Wards.AsNoTracking().Where(w => w.IsActive).OrderBy(w => w.Name).ToListAsync();
        duties = await db.WardDuties.Where(d => d.PractitionerId == account.PractitionerId).ToListAsync();
        await next();
    }
}
