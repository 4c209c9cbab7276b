using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Doctor.Pages.CareTeam;

/// <summary>Who takes part in one patient's care. Whoever treats the patient brings others in; an emergency is no reason to.</summary>
[Requires(Permission.ManageCareTeams)]
public sealed class IndexModel(HospitalContext db, CurrentUser me, FacilityClock clock, PatientAccess access) : PageModel
{
    private List<Practitioner> colleagues = [];

    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<CareTeamMember> Members { get; private set; } = [];
    public IEnumerable<SelectListItem> Practitioners => colleagues.Where(p => p.Id != me.PractitionerId).Select(p => new SelectListItem(p.DisplayName, p.Id.ToString()));
    public DateTimeOffset Now => clock.Now;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        BrokenRule.When(access.Current?.Treats != true, "Emergency access is no reason to add somebody. Ask whoever treats the patient.");

        if (colleagues.Find(p => p.Id == Input.Practitioner) is not { } colleague) return NotFound();

        BrokenRule.When(Members.Any(m => m.PractitionerId == colleague.Id && m.IsActive(Now)), $"{colleague.DisplayName} is on this care team already.");

        var patient = await db.Patients.SingleAsync(p => p.Id == PatientId);
        db.Add(CareTeamMember.Add(patient, colleague, Input.Role!.Value, me.PractitionerId, me.Stamp, Input.Until is { } last ? clock.EndOf(last) : null));
        await db.SaveChangesAsync();
        TempData.Notice($"{colleague.DisplayName} is on the care team.");
        return RedirectToPage(new { PatientId });
    }

    public async Task<IActionResult> OnPostEndAsync(Guid member)
    {
        if (Members.SingleOrDefault(m => m.Id == member) is not { } leaving) return NotFound();

        leaving.End(me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice($"{leaving.Practitioner.DisplayName} has left the care team.");
        return RedirectToPage(new { PatientId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Members = await db.CareTeamMembers.Include(m => m.Practitioner).Where(m => m.PatientId == PatientId).OrderByDescending(m => m.From).ThenBy(m => m.Id).ToListAsync();
        colleagues = await db.Practitioners.Where(p => p.IsActive && p.ImportedFrom == null).ByName().ToListAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose who takes part.")]
        public Guid? Practitioner { get; set; }

        [Required(ErrorMessage = "Choose the role.")]
        public CareTeamRole? Role { get; set; }

        public DateOnly? Until { get; set; }
    }
}
