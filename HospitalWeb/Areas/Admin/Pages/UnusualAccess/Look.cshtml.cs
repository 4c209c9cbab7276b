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

namespace HospitalWeb.Areas.Admin.Pages.UnusualAccess;

/// <summary>One alarm, what the account did in the hour before and the day after, and what somebody else found.</summary>
[Requires(Permission.ReviewEmergencyAccess)]
public sealed class LookModel(HospitalContext db, CurrentUser me) : PageModel
{
    private const int MostDeeds = 100;

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty, Required(ErrorMessage = "Say what you found."), StringLength(AccessAlarm.NoteMaxLength, ErrorMessage = "The note is too long.")]
    public string? Note { get; set; }

    public AccessAlarm Alarm { get; private set; } = null!;
    public IReadOnlyList<Deed> Deeds { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Alarm.Review(Note, me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice($"The alarm about {Alarm.AccountName} is reviewed.");
        return RedirectToPage("./Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.AccessAlarms.Include(a => a.Patient).SingleOrDefaultAsync(a => a.Id == Id) is not { } alarm)
        {
            context.Result = NotFound();
            return;
        }

        Alarm = alarm;
        var (from, until) = (alarm.At.AddHours(-1), alarm.At.AddDays(1));
        var deeds = db.AuditEntries.Where(e => e.AccountId == alarm.AccountId && e.At >= from && e.At < until);
        if (alarm.PatientId is { } patient) deeds = deeds.Where(e => e.PatientId == patient);
        Deeds = await deeds.OrderBy(e => e.Sequence).Take(MostDeeds).Select(e => new Deed(e.At, e.Action, e.EntityType, e.Path)).ToListAsync();
        await next();
    }

    public sealed record Deed(DateTimeOffset At, AuditAction Action, string EntityType, string Path);
}
