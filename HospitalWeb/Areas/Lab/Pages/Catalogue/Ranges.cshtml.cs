using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Catalogue;

[Requires(Permission.ManageLabCatalogue)]
public sealed class RangesModel(HospitalContext db) : PageModel
{
    private const int SpareLines = 2;

    [FromRoute]
    public Guid TestId { get; init; }

    [FromRoute]
    public Guid AnalyteId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Analyte Analyte { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync()) return NotFound();

        (Input.CriticalLow, Input.CriticalHigh) = (Analyte.CriticalLow, Analyte.CriticalHigh);
        Input.Lines = [.. Analyte.Ranges.Select(Line.Of), .. Enumerable.Range(0, SpareLines).Select(_ => new Line())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        Analyte.SetCriticalLimits(Input.CriticalLow, Input.CriticalHigh);
        Analyte.SetRanges([.. Input.Lines.Where(l => !l.IsEmpty).Select(l => l.ToRange())]);
        await db.SaveChangesAsync();

        TempData.Notice($"The ranges of {Analyte.Name} are changed. Results that are there keep the range they were judged by.");
        return RedirectToPage("/Catalogue/Show", new { TestId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Analytes.SingleOrDefaultAsync(a => a.Id == AnalyteId && a.TestId == TestId && a.Kind == AnalyteKind.Number) is not { } analyte) return false;

        Analyte = analyte;
        return true;
    }

    public sealed class Form
    {
        public decimal? CriticalLow { get; set; }
        public decimal? CriticalHigh { get; set; }
        public List<Line> Lines { get; set; } = [];
    }

    public sealed class Line
    {
        public Sex? Sex { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
        public decimal? Low { get; set; }
        public decimal? High { get; set; }

        [StringLength(ReferenceRange.PopulationMaxLength)]
        public string? Population { get; set; }

        [StringLength(ReferenceRange.SourceMaxLength)]
        public string? Source { get; set; }

        public bool IsEmpty => Low is null && High is null && Population is null;

        public static Line Of(ReferenceRange range) => new()
        {
            Sex = range.Sex, From = AgeBound.Words(range.FromAgeDays), Until = range.UntilAgeDays is { } until ? AgeBound.Words(until) : null,
            Low = range.Low, High = range.High, Population = range.Population, Source = range.Source,
        };

        public ReferenceRange ToRange() => new()
        {
            Sex = Sex, FromAgeDays = AgeBound.Days(From) ?? 0, UntilAgeDays = AgeBound.Days(Until), Low = Low, High = High,
            Population = Population ?? "all ages", Source = Source ?? "This laboratory",
        };
    }
}
