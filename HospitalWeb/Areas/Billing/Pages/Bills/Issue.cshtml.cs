using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

[Requires(Permission.IssueBills)]
public sealed class IssueModel(HospitalContext db, CurrentUser me) : BillPageModel(db)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var issued = await Db.NumberedAsync(Domain.Billing.Bill.Prefix, async number =>
        {
            var bill = await Db.Bills.Of(PatientId, Id).Include(b => b.Lines).SingleOrDefaultAsync();
            bill?.Issue(number, me.Stamp);
            return bill;
        });

        return issued is null ? NotFound() : Done($"{issued.HumanNumber} is issued.");
    }
}
