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
public sealed class ReceiveModel(HospitalContext db, CurrentUser me) : PageModel
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
        if (!ModelState.IsValid) return Page();

        Specimen.Receive(Input.Label!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{HumanNumber.Of(Specimen)} is received.");
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
        [Required(ErrorMessage = "Read the label number on the tube. A tube without a label is not received: reject it.")]
        public string? Label { get; set; }
    }
}
