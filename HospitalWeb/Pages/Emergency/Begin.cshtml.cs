using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Emergency;

/// <summary>Breaks the glass for one patient, who is named by the number alone until then.</summary>
[Requires(Permission.BreakGlass), FreshSignIn(FormsOnly = true)]
public sealed class BeginModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; init; }

    [BindProperty, Required(ErrorMessage = "Say why you need this record now."), StringLength(EmergencyAccess.ReasonMaxLength, MinimumLength = EmergencyAccess.ReasonMinLength, ErrorMessage = "Say why you need this record now, in at least 10 characters.")]
    public string? Reason { get; set; }

    public Patient Patient { get; private set; } = null!;
    public string Mrn => HumanNumber.Format(Patient.Prefix, Patient.Number);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        // Whoever asks twice has one access, not two.
        if (!await db.EmergencyAccesses.ActiveOf(me.AccountId, clock.Now).AnyAsync(a => a.PatientId == Id))
        {
            var access = EmergencyAccess.Begin(Patient, Reason, me.Stamp);
            var (reviewers, own) = (await db.AccountsThatMayAsync(Permission.ReviewEmergencyAccess), await db.Users.Where(a => a.PatientId == Id).Select(a => a.Id).ToListAsync());
            db.Add(access);
            db.AddRange(EmergencyNotice.Of(access, reviewers, own));
            await db.SaveChangesAsync();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : me.Can(Permission.EnterDoctor) ? $"/doctor/patients/{Id}" : $"/nurse/patients/{Id}");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Patients.SingleOrDefaultAsync(p => p.Id == Id) is not { } patient)
        {
            context.Result = NotFound();
            return;
        }

        Patient = patient;
        await next();
    }
}
