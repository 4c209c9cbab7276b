using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.Visits;

/// <summary>A visit that nobody booked: an emergency, a call, a home visit.</summary>
[Requires(Permission.WriteNotes)]
public sealed class BeginModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Patient Patient { get; private set; } = null!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        BrokenRule.When(Patient.IsDeceased, $"{Patient.ListName} has died. No visit can begin.");
        BrokenRule.When(await db.Encounters.Of(PatientId).Open().AnyAsync(), $"{Patient.ListName} has an open visit. Open that one.");
        var visit = new Encounter { Patient = Patient, Practitioner = await db.MyselfAsync(me), Class = Input.Class!.Value, StartedAt = me.Stamp.At, ChiefComplaint = Input.ChiefComplaint!.Trim() };
        db.Add(visit);
        await db.SaveChangesAsync();

        TempData.Notice($"{HumanNumber.Of(visit)} has begun.");
        return RedirectToPage("/Visits/Visit", new { patientId = PatientId, encounterId = visit.Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose the kind of visit.")]
        public EncounterClass? Class { get; set; }

        [Required(ErrorMessage = "Enter the chief complaint."), StringLength(Encounter.ChiefComplaintMaxLength)]
        public string? ChiefComplaint { get; set; }
    }
}
