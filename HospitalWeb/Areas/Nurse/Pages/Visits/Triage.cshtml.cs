using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Nurse.Pages.Visits;

[Requires(Permission.RecordVitals)]
public sealed class TriageModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid EncounterId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Encounter Visit { get; private set; } = null!;
    public PatientLine Patient => PatientLine.Of(Visit.Patient);
    public IEnumerable<SelectListItem> Priorities => TriagePriority.All.Select(p => new SelectListItem(p.Rank == 1 ? $"{p.Label}: doctor at once" : $"{p.Label}: doctor within {Words.Duration(p.SeenWithin)}", p.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public void OnGet()
    {
        Input.ChiefComplaint = Visit.ChiefComplaint;
        if (Visit.IsTriaged) Input.Priority = Visit.Priority;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Visit.Triage(Input.Priority!.Value, Input.ChiefComplaint, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Visit.Patient.ListName} is triaged {TriagePriority.For(Visit.Priority).Label}.");
        return RedirectToPage("/Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Encounters.Of(PatientId).Include(e => e.Patient).SingleOrDefaultAsync(e => e.Id == EncounterId) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose a priority from 1 to 5.")]
        public int? Priority { get; set; }

        [StringLength(Encounter.ChiefComplaintMaxLength)]
        public string? ChiefComplaint { get; set; }
    }
}
