using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Observations;

[Requires(Permission.OpenCharts)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>Newest first, those of one moment and place together.</summary>
    public IEnumerable<IGrouping<(DateTimeOffset ObservedAt, string? Place), Row>> Together => Rows.GroupBy(row => (row.ObservedAt, row.Place));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await db.Patients.AnyAsync(p => p.Id == PatientId)) return NotFound();

        var observations = db.Observations.AsNoTracking().Where(o => o.PatientId == PatientId);
        var found = await observations.NewestFirst(o => o.ObservedAt, TimeKey.Parse(After)).Take(PageSize + 1)
            .Select(o => new Row(o.Id, o.ObservedAt, o.Encounter!.TookPlaceAt!.Name, o.Category, o.Concept, o.Value, o.Unit, o.Parts)).ToListAsync();
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new TimeKey(Rows[^1].ObservedAt, Rows[^1].Id).ToString() : null;
        return Page();
    }

    public static string? Measured(string? value, string? unit) => value is null || unit is null ? value : $"{value}\u00A0{unit}";

    public sealed record Row(Guid Id, DateTimeOffset ObservedAt, string? Place, string? Category, CodedConcept Concept, string? Value, string? Unit, List<ObservationPart> Parts);
}
