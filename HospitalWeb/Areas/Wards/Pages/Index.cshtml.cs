using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages;

[Requires(Permission.EnterWards)]
public sealed class IndexModel(HospitalContext db, CurrentUser me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Ward { get; set; }

    public List<WardRow> Wards { get; private set; } = [];
    public IReadOnlySet<Guid> Alike => field ??= Namesakes.Among(Wards.SelectMany(ward => ward.Beds).Select(bed => bed.Occupant).OfType<Occupant>().Select(patient => (patient.PatientId, patient.Patient)));

    public async Task OnGetAsync()
    {
        var stays = db.BedStays.Open();
        Wards = await db.Wards
            .Where(w => w.IsActive && (Ward == null || w.Id == Ward))
            .OrderBy(w => w.Name)
            .Select(w => new WardRow(w.Id, w.Name, w.Kind, w.Beds.OrderBy(b => b.Label.Length).ThenBy(b => b.Label)
                .Select(b => new BedRow(b.Id, b.Label, b.State, b.Reason, stays.Where(s => s.BedId == b.Id)
                    .Select(s => new Occupant(s.AdmissionId, s.Admission.PatientId, s.Admission.Patient.ListName, s.Admission.Patient.Number, s.Admission.Patient.BirthDate, s.Admission.AdmittedAt)).FirstOrDefault())).ToList()))
            .ToListAsync();
    }

    /// <summary>The bed is clean again.</summary>
    [AlsoRequires(Permission.ManageBeds)]
    public async Task<IActionResult> OnPostCleanedAsync(Guid bed)
    {
        if (await db.Beds.Include(b => b.Ward).SingleOrDefaultAsync(b => b.Id == bed) is not { } cleaned) return NotFound();

        cleaned.MarkCleaned(me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{cleaned.Name} is free.");
        return RedirectToPage("/Index");
    }

    public sealed record WardRow(Guid Id, string Name, WardKind Kind, List<BedRow> Beds);

    public sealed record BedRow(Guid Id, string Label, BedState State, string? Reason, Occupant? Occupant);

    public sealed record Occupant(Guid AdmissionId, Guid PatientId, string Patient, int Number, DateOnly? BirthDate, DateTimeOffset Since);
}
