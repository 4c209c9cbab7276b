using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Areas.Lab.Pages.Tests;

[Requires(Permission.EnterResults)]
public sealed class ResultsModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public LabOrderItem Item { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Item.Order.Patient);
    public List<Analyte> Analytes => Item.LabTest?.Analytes ?? [];

    /// <summary>Age at collection in days; null when birth date or specimen is missing.</summary>
    public int? AgeInDays => Item is { Specimen: { } specimen, Order.Patient.BirthDate: { } born } ? clock.DateOf(specimen.CollectedAt).DayNumber - born.DayNumber : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync()) return NotFound();

        Input.Values = [.. Analytes.Select(a => Item.Results.Find(r => r.AnalyteCode == a.Code && r.Verified is null)?.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();

        var measured = Analytes.Zip(Input.Values).Where(typed => !string.IsNullOrWhiteSpace(typed.Second)).Select(typed => (typed.First, typed.First.Read(typed.Second!))).ToList();
        Item.Enter(measured, Item.Specimen is { } specimen ? clock.DateOf(specimen.CollectedAt) : clock.Today, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice(Item.Status == LabItemStatus.Resulted ? $"{Item.Test.Display} is resulted and waits to be verified." : $"{Item.Test.Display} is saved. Some values are still missing.");
        return RedirectToPage("/Orders/Show", new { PatientId, Item.OrderId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LabOrderItems.AtTheBenchAsync(PatientId, ItemId) is not { } item) return false;

        Item = item;
        return true;
    }

    public sealed class Form
    {
        public List<string?> Values { get; set; } = [];
    }
}
