using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Results;

[Requires(Permission.OpenCharts)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<Row> Rows { get; private set; } = [];
    public List<Waiting> Pending { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>Results newest first, those of one specimen together.</summary>
    public IEnumerable<IGrouping<(DateTimeOffset, string), Row>> Specimens => Rows.GroupBy(r => (r.CollectedAt, r.Test));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await db.Patients.AnyAsync(p => p.Id == PatientId)) return NotFound();

        if (After is null) Pending = await PendingAsync();
        await ResultsAsync();
        return Page();
    }

    /// <summary>The doctor has read the results of one test.</summary>
    [AlsoRequires(Permission.AcknowledgeResults)]
    public async Task<IActionResult> OnPostReadAsync(Guid item)
    {
        if (await db.LabOrderItems.SingleOrDefaultAsync(i => i.Id == item && i.Order.PatientId == PatientId) is not { } read) return NotFound();

        read.Review(me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"You have read {read.Test.Display}.");
        return RedirectToPage("/Results/Index", new { PatientId });
    }

    private Task<List<Waiting>> PendingAsync() => db.LabOrderItems
        .Where(i => i.Order.PatientId == PatientId && i.Status != LabItemStatus.Verified && i.Status != LabItemStatus.Released && i.Status != LabItemStatus.Corrected)
        .OrderByDescending(i => i.OrderedAt).ThenBy(i => i.Id)
        .Select(i => new Waiting(i.Order.Number, i.Test.Display, i.Status, i.Reason, i.Urgency, i.OrderedAt))
        .Take(PageSize).ToListAsync();

    private async Task ResultsAsync()
    {
        var (all, results) = (db.LabResults, db.LabResults.Of(PatientId).Current());
        Rows = await results.NewestFirst(r => r.CollectedAt, TimeKey.Parse(After))
            .Select(r => new Row(
                r.Id, r.AnalyteCode, r.Analyte.Display, r.NumericValue, r.TextValue, r.Decimals, r.Unit, r.RangeLow, r.RangeHigh, r.RangeText, r.Flag, r.CollectedAt,
                r.Item == null ? "Imported" : r.Item.Test.Display, r.ItemId, r.Item == null ? null : r.Item.OrderId, r.Item == null ? LabItemStatus.Released : r.Item.Status, r.Item == null || r.Item.Reviewed == null ? null : r.Item.Reviewed.Name,
                r.Corrects == null ? null : new Was(r.Corrects.NumericValue, r.Corrects.TextValue, r.Verified == null ? null : r.Verified.At),
                all.Where(p => p.PatientId == r.PatientId && p.AnalyteCode == r.AnalyteCode && p.IsCurrent && p.CollectedAt < r.CollectedAt)
                    .OrderByDescending(p => p.CollectedAt).Select(p => new Earlier(p.NumericValue, p.TextValue, p.Decimals, p.Unit, p.CollectedAt)).FirstOrDefault()))
            .Take(PageSize + 1).ToListAsync();
        if (Rows.Count <= PageSize) return;

        Rows.RemoveAt(PageSize);
        Next = new TimeKey(Rows[^1].CollectedAt, Rows[^1].Id).ToString();
    }

    public sealed record Row(
        Guid Id, string Code, string Analyte, decimal? Number, string? Text, int Decimals, string Unit, decimal? Low, decimal? High, string? Population, ResultFlag Flag, DateTimeOffset CollectedAt,
        string Test, Guid? ItemId, Guid? OrderId, LabItemStatus Status, string? ReadBy, Was? Was, Earlier? Before)
    {
        /// <summary>The order whose report can be printed: something of it is released.</summary>
        public Guid? Report => Status is LabItemStatus.Released or LabItemStatus.Corrected ? OrderId : null;
    }

    public sealed record Was(decimal? Number, string? Text, DateTimeOffset? ChangedAt);

    public sealed record Earlier(decimal? Number, string? Text, int Decimals, string Unit, DateTimeOffset At);

    public sealed record Waiting(int Order, string Test, LabItemStatus Status, string? Reason, Urgency Urgency, DateTimeOffset OrderedAt);
}
