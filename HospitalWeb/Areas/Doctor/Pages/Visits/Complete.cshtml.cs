using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

/// <summary>Ends the visit, its appointment, and raises what the consultation costs.</summary>
[Requires(Permission.WriteNotes)]
public sealed class CompleteModel(HospitalContext db, CurrentUser me, Charges charges) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    public Encounter Visit { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var stamp = me.Stamp;
        var (hasDrafts, appointment) = await db.WhatEndsWithAsync(EncounterId);
        Visit.Complete(hasDrafts, stamp);

        if (appointment?.Status is AppointmentStatus.CheckedIn or AppointmentStatus.InProgress) appointment.Complete(stamp.At);
        if (ConsultationPrice.CodeFor(Visit.Class, appointment?.Reason) is { } code)
            await charges.RaiseAsync(ChargeSource.Consultation, Visit.Id, PatientId, Visit.Id, code, 1, stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The visit of {Visit.Patient.ListName} is completed.");
        return RedirectToPage("/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.VisitAsync(PatientId, EncounterId) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        await next();
    }
}
