using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Pharmacy.Pages.Formulary;

[Requires(Permission.ManageFormulary)]
public sealed class NewModel(HospitalContext db, DrugShelf shelf) : PageModel
{
    [BindProperty]
    public MedicationForm Input { get; set; } = new();

    public DrugReference Drugs { get; private set; } = DrugReference.Empty;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var medication = db.Medications.Add(Input.Create()).Entity;
        await db.SaveChangesAsync();

        TempData.Notice($"{medication.Label} is in the formulary.");
        return RedirectToPage("./Index");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Drugs = await shelf.CurrentAsync(db);
        await next();
    }
}
