using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Formulary;

/// <summary>Changes a product. Prescriptions that name it keep the words they were written with.</summary>
[Requires(Permission.ManageFormulary)]
public sealed class EditModel(HospitalContext db, DrugShelf shelf) : PageModel
{
    [FromRoute]
    public Guid MedicationId { get; init; }

    [BindProperty]
    public MedicationForm Input { get; set; } = new();

    public Medication Medication { get; private set; } = null!;
    public DrugReference Drugs { get; private set; } = DrugReference.Empty;

    public void OnGet() => Input = MedicationForm.Of(Medication);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        Input.Fill(Medication);
        return await SaveAsync($"{Medication.Label} is changed.");
    }

    public Task<IActionResult> OnPostActivityAsync()
    {
        ModelState.Clear();
        if (Medication.IsActive) Medication.Deactivate();
        else Medication.Reactivate();
        return SaveAsync($"{Medication.Label} is {(Medication.IsActive ? "active" : "inactive")}.");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Medications.SingleOrDefaultAsync(m => m.Id == MedicationId) is not { } medication)
        {
            context.Result = NotFound();
            return;
        }

        (Medication, Drugs) = (medication, await shelf.CurrentAsync(db));
        await next();
    }

    private async Task<IActionResult> SaveAsync(string notice)
    {
        await db.SaveChangesAsync();
        TempData.Notice(notice);
        return RedirectToPage("./Index");
    }
}
