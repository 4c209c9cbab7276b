using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Emergency;

/// <summary>One emergency access, what was done under it, and what somebody else thinks of it.</summary>
[Requires(Permission.ReviewEmergencyAccess)]
public sealed class ReviewModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int MostDeeds = 200;

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public EmergencyAccess Emergency { get; private set; } = null!;
    public IReadOnlyList<Deed> Deeds { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Emergency.Review(Input.Outcome!.Value, Input.Note, me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice($"The emergency access by {Emergency.AccountName} is reviewed.");
        return RedirectToPage("./Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.EmergencyAccesses.Include(a => a.Patient).SingleOrDefaultAsync(a => a.Id == Id) is not { } emergency)
        {
            context.Result = NotFound();
            return;
        }

        Emergency = emergency;
        Deeds = await db.AuditEntries.OfPatient(emergency.PatientId).Where(e => e.AccountId == emergency.AccountId && e.At >= emergency.StartedAt && e.At <= emergency.EndsAt)
            .OrderBy(e => e.Sequence).Take(MostDeeds).Select(e => new Deed(e.At, e.Action, e.EntityType, e.Path)).ToListAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say whether it was justified.")]
        public EmergencyOutcome? Outcome { get; set; }

        [StringLength(EmergencyAccess.NoteMaxLength)]
        public string? Note { get; set; }
    }

    public sealed record Deed(DateTimeOffset At, AuditAction Action, string EntityType, string Path);
}
