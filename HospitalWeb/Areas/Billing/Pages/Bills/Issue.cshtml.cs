using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class IssueModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    public BillSummary Bill { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        var issued = await db.NumberedAsync(Domain.Billing.Bill.Prefix, async number =>
        {
            var bill = await db.Bills.Include(b => b.Lines).SingleAsync(b => b.Id == Id);
            bill.Issue(number, me.Stamp);
            return bill;
        });

        TempData.Notice($"{issued.HumanNumber} is issued.");
        return RedirectToPage("/Bills/Show", new { PatientId, Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.BillOfPatientAsync(PatientId, Id) is { } bill)
        {
            Bill = bill;
            await next();
        }
        else context.Result = NotFound();
    }
}
