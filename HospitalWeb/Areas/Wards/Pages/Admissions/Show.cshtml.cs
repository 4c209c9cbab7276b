using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[Requires(Permission.EnterWards)]
public sealed class ShowModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid AdmissionId { get; init; }

    public Admission Admission { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Admissions.AsNoTrackingWithIdentityResolution().WithStays().Include(a => a.Practitioner).SingleOrDefaultAsync(a => a.Id == AdmissionId && a.PatientId == PatientId) is not { } admission) return NotFound();

        Admission = admission;
        return Page();
    }
}
