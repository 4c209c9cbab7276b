using HospitalWeb.Data;
using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Prescriptions;

/// <summary>One prescription as the pharmacy sees it: what is due, what was given, what the checks say today.</summary>
[Requires(Permission.DispenseMedicines)]
public sealed class DetailsModel(HospitalContext db, PrescriptionChecks checks, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid PrescriptionId { get; init; }

    public Prescription Prescription { get; private set; } = null!;
    public PrescriptionCheck Check { get; private set; } = null!;
    public IReadOnlyList<PanelAlert> Alerts { get; private set; } = [];
    public IReadOnlyList<Given> Dispenses { get; private set; } = [];
    public string Number => HumanNumber.Of(Prescription);
    public PrescriptionStatus Status => Prescription.StatusOn(clock.Today);
    public bool MayDispense => Status is PrescriptionStatus.Signed or PrescriptionStatus.PartlyDispensed;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Prescriptions.AsNoTracking().WithItems().WithPeople().SingleOrDefaultAsync(p => p.Id == PrescriptionId && p.PatientId == PatientId && p.Status != PrescriptionStatus.Draft) is not { } prescription)
            return NotFound();

        Prescription = prescription;
        Check = await checks.ForAsync(PatientId, clock.Today);
        Alerts = PanelAlert.Of(prescription, Check);
        Dispenses = await db.Dispenses.Where(d => d.PrescriptionId == PrescriptionId).OrderBy(d => d.At)
            .Select(d => new Given(d.At, d.By.Name, d.Item.Medicine, d.Quantity, d.Item.QuantityUnit, d.Portions, d.LaterBatchReason)).ToListAsync();
        return Page();
    }

    public sealed record Given(DateTimeOffset At, string By, MedicineLine Medicine, decimal Quantity, string? Unit, List<DispensedPortion> Portions, string? LaterBatchReason);
}
