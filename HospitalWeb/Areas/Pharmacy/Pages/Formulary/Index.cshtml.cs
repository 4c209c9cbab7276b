using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages.Formulary;

[Requires(Permission.ManageFormulary)]
public sealed class IndexModel(HospitalContext db, DrugShelf shelf) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public DrugReference Drugs { get; private set; } = DrugReference.Empty;

    public async Task OnGetAsync()
    {
        var medications = string.IsNullOrWhiteSpace(Q) ? db.Medications : db.Medications.Named(Q);
        if (After?.Split('~') is [var name, var key] && Guid.TryParse(key, out var id))
            medications = medications.Where(m => m.GenericName.CompareTo(name) > 0 || m.GenericName == name && m.Id.CompareTo(id) > 0);

        var found = await medications.OrderBy(m => m.GenericName).ThenBy(m => m.Id).Take(PageSize + 1)
            .Select(m => new Row(m.Id, m.GenericName, m.Brand, m.Strength, m.Form, m.IngredientCodes, m.IsActive)).ToListAsync();
        Drugs = await shelf.CurrentAsync(db);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{Rows[^1].Name}~{Rows[^1].Id}" : null;
    }

    public sealed record Row(Guid Id, string Name, string? Brand, string Strength, DoseForm Form, List<string> Ingredients, bool IsActive);
}
