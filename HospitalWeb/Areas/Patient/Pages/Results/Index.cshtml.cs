using System.Globalization;
using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.PatientPortal.Pages.Results;

[Requires(Permission.SeeOwnRecord)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>The results of one visit together, the latest visit first.</summary>
    public IEnumerable<IGrouping<Guid?, Row>> Visits => Rows.GroupBy(r => r.VisitId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (me.PatientId is not { } myself) return NotFound();

        var results = db.LabResults.Of(myself).OpenToPatient();
        if (long.TryParse(After, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks)
        {
            var end = new DateTimeOffset(ticks, TimeSpan.Zero);
            results = results.Where(r => r.CollectedAt < end);
        }
        Rows = await results.OrderByDescending(r => r.CollectedAt).ThenBy(r => r.Analyte.Display)
            .Select(r => new Row(
                r.Analyte.Display, r.Item == null || r.Item.LabTest == null ? null : r.Item.LabTest.Analytes.Where(a => a.Code == r.AnalyteCode).Select(a => a.PlainName).FirstOrDefault(),
                r.NumericValue, r.TextValue, r.Decimals, r.Unit, r.RangeLow, r.RangeHigh, r.Flag, r.CollectedAt, r.EncounterId, r.Encounter == null ? null : r.Encounter.StartedAt,
                r.Item != null && r.Item.Reviewed != null, r.Item == null ? null : r.Item.OrderId, r.Corrects == null ? null : new Was(r.Corrects.NumericValue, r.Corrects.TextValue, r.Verified == null ? null : r.Verified.At)))
            .Take(PageSize + 1).ToListAsync();
        if (Rows.Count > PageSize) KeepWholeSpecimens();
        return Page();
    }

    // A page ends between two collections, so that the next begins with one.
    private void KeepWholeSpecimens()
    {
        var last = Rows[^1].CollectedAt;
        if (Rows.Exists(r => r.CollectedAt != last)) Rows.RemoveAll(r => r.CollectedAt == last);
        Next = Rows[^1].CollectedAt.UtcTicks.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Row(
        string Analyte, string? PlainName, decimal? Number, string? Text, int Decimals, string Unit, decimal? Low, decimal? High, ResultFlag Flag, DateTimeOffset CollectedAt,
        Guid? VisitId, DateTimeOffset? VisitAt, bool IsRead, Guid? OrderId, Was? Was);

    public sealed record Was(decimal? Number, string? Text, DateTimeOffset? ChangedAt);
}
