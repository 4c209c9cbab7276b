using System.ComponentModel.DataAnnotations;
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
public sealed class VoidModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public BillSummary Bill { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var bill = await db.Bills.Whole().AsSplitQuery().SingleAsync(b => b.Id == Id);
        bill.Void(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Bill.Name} is void. Its charges wait for another bill.");
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

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the bill is void."), StringLength(Domain.Billing.Bill.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
