using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Prescriptions;

/// <summary>A page about one prescription of one patient: finds it and what its checks say, or answers that there is none.</summary>
public abstract class OnePrescription(HospitalContext db, PrescriptionChecks checks, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid PrescriptionId { get; init; }

    public Prescription Prescription { get; private set; } = null!;
    public PrescriptionCheck Check { get; private set; } = null!;
    public IReadOnlyList<PanelAlert> Alerts { get; private set; } = [];
    public PatientLine Patient => PatientLine.Of(Prescription.Patient);
    public string Number => HospitalWeb.Domain.HumanNumber.Of(Prescription);
    public DateOnly Today => clock.Today;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Prescriptions.WithItems().WithPeople().SingleOrDefaultAsync(p => p.Id == PrescriptionId && p.PatientId == PatientId) is not { } prescription)
        {
            context.Result = NotFound();
            return;
        }

        Prescription = prescription;
        Check = await checks.ForAsync(PatientId, clock.Today);
        Alerts = PanelAlert.Of(prescription, Check);
        if (Finds()) await next();
        else context.Result = NotFound();
    }

    /// <summary>Finds what else the page is about; false answers that there is none.</summary>
    protected virtual bool Finds() => true;
}
