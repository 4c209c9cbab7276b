using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Tests;

[Requires(Permission.VerifyResults)]
public sealed class VerifyModel(HospitalContext db, CurrentUser me, LabPolicy policy) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    public LabOrderItem Item { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Item.Order.Patient);
    public IEnumerable<LabResult> Pending => Item.Results.Where(r => r.Verified is null);
    public Dictionary<string, LabResult> Before { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();

        var stamp = me.Stamp;
        var (reader, pending, critical) = (Item.Reviewed, Pending.ToList(), Item.Verify(policy, stamp));
        var corrected = pending.FindAll(r => r.Corrects is not null);
        if (critical.Count + corrected.Count > 0)
        {
            var orderers = await db.AccountsOfOrdererAsync(Item.Order);
            var others = corrected.Count == 0 ? [] : (await db.AccountsThatMayHaveActedAsync(PatientId, reader)).Except(orderers).ToList();
            db.Notifications.AddRange(critical.SelectMany(r => ResultAlert.Critical(r, orderers, stamp.At)));
            db.Notifications.AddRange(corrected.SelectMany(r => ResultAlert.Corrected(r, r.Flag.IsCritical ? others : [.. orderers, .. others], stamp.At)));
        }
        await db.SaveChangesAsync();

        TempData.Notice(critical.Count == 0 ? $"{Item.Test.Display} is verified." : $"{Item.Test.Display} is verified. The critical value has been sent to {Item.Order.Ordered.Name}: ring as well.");
        return RedirectToPage("/Orders/Show", new { PatientId, Item.OrderId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LabOrderItems.AtTheBenchAsync(PatientId, ItemId) is not { } item) return false;

        Item = item;
        var codes = Pending.Select(r => r.AnalyteCode).ToList();
        Before = await db.LabResults.AsNoTracking().LatestBefore(PatientId, codes, item.Specimen?.CollectedAt ?? item.OrderedAt).ToDictionaryAsync(r => r.AnalyteCode);
        return true;
    }
}
