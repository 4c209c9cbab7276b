using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.EnterBilling)]
public sealed class ShowModel(HospitalContext db, CurrentUser me, PrintDesk desk) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    public Bill Bill { get; private set; } = null!;
    public bool MayIssue => me.Can(Permission.IssueBills) && Bill.Status == BillStatus.Draft;
    public bool MayPay => me.Can(Permission.TakePayments) && Bill.Status is BillStatus.Issued or BillStatus.PartlyPaid;
    public bool MayRefund => me.Can(Permission.RefundPayments);
    public bool MayVoid => me.Can(Permission.IssueBills) && Bill.Status != BillStatus.Void && Bill.Paid.IsZero;
    public IEnumerable<BillLine> ToCredit => Bill.Status == BillStatus.Void ? [] : Bill.Lines.Where(line => line.Charge.IsCancelled);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Bills.Whole().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(b => b.Id == Id && b.PatientId == PatientId) is not { } bill) return NotFound();

        Bill = bill;
        return Page();
    }

    public async Task<IActionResult> OnPostPrintAsync()
    {
        if (!await db.Bills.AnyAsync(b => b.Id == Id && b.PatientId == PatientId)) return NotFound();

        await desk.PrintOriginalAsync("Invoice", Id);
        await db.SaveChangesAsync();

        return RedirectToPage("/Bills/Invoice", new { PatientId, Id });
    }
}
