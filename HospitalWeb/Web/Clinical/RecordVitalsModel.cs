using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

[Requires(Permission.RecordVitals)]
public sealed class RecordVitalsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public VitalsForm Input { get; init; } = new();

    public PatientLine Patient => PatientLine.Of(patient);
    public Encounter? Visit { get; private set; }
    /// <summary>Improbable values that somebody has to look at again.</summary>
    public IReadOnlyList<VitalDoubt> Doubts { get; private set; } = [];

    private Patient patient = null!;

    public void OnGet()
    {
        var now = clock.Local(clock.Now);
        (Input.Date, Input.Time) = (clock.Today, new(now.Hour, now.Minute));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var signs = Input.ToSigns(patient, Visit, clock, me.Stamp);
        if (IsDoubtful(signs)) return Page();

        var age = patient.AgeOn(clock.DateOf(signs.TakenAt));
        var score = News2.Of(signs, age);
        db.Add(signs.Accepted(age, Input.Confirmed));
        await db.WarnAsync(signs, score, $"/doctor/patients/{PatientId}/vitals", me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"Vitals recorded. {NewsWords.Of(score)}.");
        return RedirectToPage("/Vitals/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == PatientId) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        patient = found;
        Visit = await db.Encounters.Of(PatientId).Open().OrderByDescending(e => e.StartedAt).FirstOrDefaultAsync();
        await next();
    }

    private bool IsDoubtful(VitalSigns signs)
    {
        var doubts = VitalLimits.Doubts(signs, patient.AgeOn(clock.DateOf(signs.TakenAt)));
        foreach (var impossible in doubts.Where(d => d.IsImpossible)) ModelState.AddModelError(VitalsForm.FieldOf(impossible.Vital), impossible.Sentence);
        if (!ModelState.IsValid) return true;

        Doubts = [.. doubts.Where(d => !d.IsImpossible)];
        if (Doubts.Count == 0 || Input.Confirmed) return false;

        foreach (var doubt in Doubts) ModelState.AddModelError(VitalsForm.FieldOf(doubt.Vital), $"{doubt.Sentence} Correct it, or confirm below that it is right.");
        return true;
    }
}
