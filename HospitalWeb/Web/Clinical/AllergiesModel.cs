using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>Every allergy ever recorded of a patient; nurses and doctors see the same page in their own area.</summary>
[Requires(Permission.OpenCharts)]
public sealed class AllergiesModel(HospitalContext db, CurrentUser me, DrugShelf shelf) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    public Patient Patient { get; private set; } = null!;
    public DrugReference Drugs { get; private set; } = DrugReference.Empty;
    public IEnumerable<Allergy> Active => Patient.Allergies.Where(a => a.IsActive).OrderByDescending(a => a.IsAnaphylaxis).ThenByDescending(a => a.Severity).ThenBy(a => a.Text);
    public IEnumerable<Allergy> Ended => Patient.Allergies.Where(a => !a.IsActive).OrderByDescending(a => a.Ended?.At);
    public bool MayRecord => me.Can(Permission.RecordAllergies);
    public bool MaySayNone => MayRecord && !Active.Any();

    public bool IsChecked(Allergy allergy) => Drugs.Recognise(allergy).IsComplete;

    public async Task OnGetAsync() => Drugs = await shelf.CurrentAsync(db);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayRecord) return Forbid();

        Drugs = await shelf.CurrentAsync(db);
        Patient.RecordNoKnownAllergies(me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"Recorded: {Patient.ListName} has no known allergies.");
        return RedirectToPage("/Allergies/Index", new { patientId = PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.WithAllergies().SingleOrDefaultAsync(p => p.Id == PatientId) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        await next();
    }
}
