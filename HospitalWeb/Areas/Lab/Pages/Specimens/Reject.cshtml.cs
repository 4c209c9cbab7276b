using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Lab.Pages.Specimens;

[Requires(Permission.EnterResults)]
public sealed class RejectModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid SpecimenId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Specimen Specimen { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Specimen.Order.Patient);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input is { Reason: RejectionReason.Other, Details: null }) ModelState.AddModelError("Input.Details", "Say what is wrong with the specimen.");
        if (!ModelState.IsValid) return Page();

        Specimen.Reject(Input.Reason == RejectionReason.Other ? Input.Details! : string.Join(": ", new[] { Words.Of(Input.Reason!.Value), Input.Details }.OfType<string>()), me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{HumanNumber.Of(Specimen)} is rejected. Its tests wait to be collected again.");
        return RedirectToPage("/Orders/Show", new { PatientId, Specimen.OrderId });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Specimens.AtTheBenchAsync(PatientId, SpecimenId) is not { } specimen)
        {
            context.Result = NotFound();
            return;
        }

        Specimen = specimen;
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose why the specimen is rejected.")]
        public RejectionReason? Reason { get; set; }

        [StringLength(200)]
        public string? Details { get; set; }
    }
}
