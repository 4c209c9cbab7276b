using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Admissions;

[Requires(Permission.TransferPatients)]
public sealed class TransferModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid AdmissionId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Admission Admission { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Admission.Patient);
    public List<SelectListItem> Beds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        if (await db.Beds.Include(b => b.Ward).SingleOrDefaultAsync(b => b.Id == Input.Bed) is not { } bed) return NotFound();
        Admission.TransferTo(bed, me.Stamp);
        await db.SaveUnlessTakenAsync("Somebody else was faster: the bed is taken. Choose another.");

        TempData.Notice($"{Admission.Patient.ListName} lies in {bed.Name} now.");
        return RedirectToPage("/Admissions/Show", new { PatientId, AdmissionId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Admissions.WithStays().SingleOrDefaultAsync(a => a.Id == AdmissionId && a.PatientId == PatientId) is not { } admission) return false;

        Admission = admission;
        Beds = await db.BedChoicesAsync();
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a free bed.")]
        public Guid? Bed { get; set; }
    }
}
