using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Emergency;

/// <summary>Gives one's own emergency access back before its time.</summary>
[Requires(Permission.BreakGlass)]
public sealed class EndModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public EmergencyAccess Emergency { get; private set; } = null!;
    public string Mrn => HumanNumber.Format(Patient.Prefix, Emergency.Patient.Number);

    public async Task<IActionResult> OnPostAsync()
    {
        Emergency.End(clock.Now);
        await db.SaveChangesAsync();
        TempData.Notice("The emergency access has ended.");
        return LocalRedirect("/");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.EmergencyAccesses.ActiveOf(me.AccountId, clock.Now).Include(a => a.Patient).SingleOrDefaultAsync(a => a.Id == Id) is not { } emergency)
        {
            context.Result = NotFound();
            return;
        }

        Emergency = emergency;
        await next();
    }
}
