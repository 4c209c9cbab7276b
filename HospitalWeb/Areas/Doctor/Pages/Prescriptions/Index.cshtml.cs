using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>What a patient is taking, and every prescription there ever was.</summary>
[Requires(Permission.OpenCharts)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int PageSize = 25;

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; init; }

    public IReadOnlyList<CurrentMedicine> Current { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool MayPrescribe => me.Can(Permission.Prescribe);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await db.Set<Patient>().AnyAsync(p => p.Id == PatientId)) return NotFound();

        Current = await db.CurrentMedicines(PatientId, clock.Today).ToListAsync();
        var found = await db.Prescriptions.Where(p => p.PatientId == PatientId && (After == null || p.Number < After))
            .OrderByDescending(p => p.Number).Take(PageSize + 1)
            .Select(p => new Row(p.Id, p.Number, p.WrittenAt, p.Status, p.ValidUntil, p.Prescriber!.DisplayName, p.Items.OrderBy(i => i.Position).Select(i => i.Medicine).ToList()))
            .ToListAsync();
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{Rows[^1].Number}" : null;
        return Page();
    }

    public PrescriptionStatus StatusOf(Row row) =>
        row.Status is PrescriptionStatus.Signed or PrescriptionStatus.PartlyDispensed && row.ValidUntil < clock.Today ? PrescriptionStatus.Expired : row.Status;

    public sealed record Row(Guid Id, int Number, DateTimeOffset WrittenAt, PrescriptionStatus Status, DateOnly? ValidUntil, string? Prescriber, List<MedicineLine> Medicines)
    {
        public string Label => HumanNumber.Format(Prescription.Prefix, Number);
    }
}
