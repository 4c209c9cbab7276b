using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Results;

[Requires(Permission.OpenCharts)]
public sealed class TrendModel(HospitalContext db) : PageModel
{
    private const int MostPoints = 200;

    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public string Code { get; init; } = "";

    public List<Row> Rows { get; private set; } = [];
    public Trend? Curve { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Rows = await db.LabResults.Of(PatientId).Current().Where(r => r.AnalyteCode == Code).OrderByDescending(r => r.CollectedAt).ThenBy(r => r.Id)
            .Select(r => new Row(r.Analyte.Display, r.NumericValue, r.TextValue, r.Decimals, r.Unit, r.RangeLow, r.RangeHigh, r.RangeText, r.Flag, r.CollectedAt))
            .Take(MostPoints).ToListAsync();
        if (Rows.Count == 0) return NotFound();

        Curve = CurveOf(Rows);
        return Page();
    }

    // Only values of one unit lie on one curve; a range stands behind it only when it was the same for all.
    private static Trend? CurveOf(List<Row> rows)
    {
        var latest = rows[0];
        var points = rows.FindAll(r => r.Number is not null && r.Unit == latest.Unit);
        if (points.Count == 0) return null;

        var values = points.Select(p => p.Number!.Value).Concat(new[] { latest.Low, latest.High }.OfType<decimal>()).ToList();
        var margin = Math.Max((values.Max() - values.Min()) / 10, 0.1m);
        var sameRange = latest is { Low: not null, High: not null } && points.TrueForAll(p => (p.Low, p.High) == (latest.Low, latest.High));
        return new(latest.Analyte, latest.Unit, [.. points.Select(p => new TrendPoint(p.CollectedAt, p.Number!.Value))], Math.Max(0, values.Min() - margin), values.Max() + margin)
        {
            Usual = sameRange ? (latest.Low!.Value, latest.High!.Value) : null,
            UsualFor = latest.Population,
        };
    }

    public sealed record Row(string Analyte, decimal? Number, string? Text, int Decimals, string Unit, decimal? Low, decimal? High, string? Population, ResultFlag Flag, DateTimeOffset CollectedAt);
}
