using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Bills;

[Requires(Permission.SeeOwnRecord)]
public sealed class DetailsModel(HospitalContext db, CurrentUser me) : PageModel
{
    public Bill Bill { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id)
    {
        if (await db.Bills.Issued().Whole().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(b => b.Id == id && b.PatientId == me.PatientId) is not { } bill) return NotFound();

        Bill = bill;
        db.RecordReading(bill.PatientId, nameof(Domain.Billing.Bill), id);
        return Page();
    }
}
