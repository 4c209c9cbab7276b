using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>Every flag ever raised for a patient; nurses and doctors see the same page in their own area.</summary>
[Requires(Permission.OpenCharts)]
public sealed class FlagsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    public Patient Patient { get; private set; } = null!;
    public IEnumerable<PatientFlag> Active => Patient.Flags.Where(f => f.IsActive).OrderByDescending(f => f.Level).ThenBy(f => f.Kind);
    public IEnumerable<PatientFlag> Resolved => Patient.Flags.Where(f => !f.IsActive).OrderByDescending(f => f.Resolved?.At);
    public DateOnly Today => clock.Today;
    public bool MayRecord => me.Can(Permission.RecordFlags);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Patients.AsNoTracking().WithFlags().SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient) return NotFound();

        Patient = patient;
        return Page();
    }
}
