using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

/// <summary>A page that does one thing to one bill of one patient.</summary>
public abstract class BillPageModel(HospitalContext db) : ShownModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid Id { get; init; }

    protected HospitalContext Db { get; } = db;
    public BillSummary Bill { get; private set; } = null!;

    protected override async Task<bool> ReadAsync() => (Bill = (await Db.Bills.Of(PatientId, Id).Summaries().SingleOrDefaultAsync())!) is not null;

    protected IActionResult Done(string notice)
    {
        TempData.Notice(notice);
        return RedirectToPage("/Bills/Show", new { PatientId, Id });
    }
}
