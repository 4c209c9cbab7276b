using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Charges;

[Requires(Permission.IssueBills)]
public sealed class CancelModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Charge Charge { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Charge.Cancel(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Charge.Description} is cancelled.");
        return RedirectToPage("/Patients/Account", new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Charges.Include(c => c.Patient).SingleOrDefaultAsync(c => c.Id == Id && c.PatientId == PatientId) is { } charge)
        {
            Charge = charge;
            await next();
        }
        else context.Result = NotFound();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the charge is cancelled."), StringLength(Charge.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
