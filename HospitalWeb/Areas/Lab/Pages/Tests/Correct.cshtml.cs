using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using HospitalWeb.Web.Laboratory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HospitalWeb.Areas.Lab.Pages.Tests;

[Requires(Permission.EnterResults)]
public sealed class CorrectModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [FromRoute]
    public Guid ItemId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public LabOrderItem Item { get; private set; } = null!;
    public PatientLine Line => PatientLine.Of(Item.Order.Patient);
    public IEnumerable<SelectListItem> Values => Item.Results.Where(r => r.IsCurrent)
        .Select(r => new SelectListItem($"{r.Analyte.Display} {ResultWords.Value(r.NumericValue, r.TextValue, r.Decimals, r.Unit)}", r.Id.ToString()));

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (Item.Results.Find(r => r.Id == Input.Result) is not { } wrong || Item.LabTest?.Analytes.Find(a => a.Code == wrong.AnalyteCode) is not { } analyte) return NotFound();

        Item.Correct(wrong, analyte, analyte.Read(Input.Value!), Input.Reason!, clock.DateOf(wrong.CollectedAt), me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"The correction of {wrong.Analyte.Display} waits for somebody else to verify it. Until then {wrong.Value} is shown.");
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
        [Required(ErrorMessage = "Choose the value that is wrong.")]
        public Guid? Result { get; set; }

        [Required(ErrorMessage = "Enter the right value.")]
        public string? Value { get; set; }

        [Required(ErrorMessage = "Say why the result is corrected."), StringLength(LabOrderItem.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
