using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Security;
using HospitalWeb.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>A patient's vitals as curves and as the same numbers in a table; nurses and doctors see the same page in their own area.</summary>
[Requires(Permission.OpenCharts)]
public sealed class VitalsModel(HospitalContext db, FacilityClock clock, CurrentUser me) : PageModel
{
    private const int PageSize = 25;

    /// <summary>What is measured now and then shares one column.</summary>
    public static readonly IReadOnlyList<VitalLimits> Rarely = [VitalLimits.Of(Vital.Weight), VitalLimits.Of(Vital.Height), VitalLimits.Of(Vital.Pain), VitalLimits.Of(Vital.Glucose)];

    [FromRoute]
    public Guid PatientId { get; init; }

    /// <summary>Shows those taken before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PatientLine Patient { get; private set; } = null!;
    public IReadOnlyList<VitalSigns> Rows { get; private set; } = [];
    public IReadOnlyList<Trend> Trends { get; private set; } = [];
    public string? Next { get; private set; }
    public bool MayRecord => Patient.DiedAt is null && me.Can(Permission.RecordVitals);
    public VitalSigns? Latest => Rows.FirstOrDefault(v => v.IsValid);
    public DateTimeOffset Now => clock.Now;

    public int? AgeAt(VitalSigns signs) => Patient.AgeAt(signs.TakenAt, clock);

    public News2 Score(VitalSigns signs) => News2.Of(signs, AgeAt(signs));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.LineAsync(PatientId) is not { } patient) return NotFound();

        Patient = patient;
        var signs = db.VitalSigns.AsNoTracking().Of(PatientId);
        var found = await signs.NewestFirst(v => v.TakenAt, TimeKey.Parse(After)).Take(PageSize + 1).ToListAsync();
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new TimeKey(Rows[^1].TakenAt, Rows[^1].Id).ToString() : null;
        Trends = VitalTrends.Of(Rows);
        return Page();
    }
}
