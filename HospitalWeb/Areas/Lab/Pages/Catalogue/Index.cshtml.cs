using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Catalogue;

[Requires(Permission.ManageLabCatalogue)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<Row> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var tests = After is null ? db.LabTests : db.LabTests.Where(t => t.Code.CompareTo(After) > 0);
        Rows = await tests.OrderBy(t => t.Code)
            .Select(t => new Row(t.Id, t.Code, t.Name, t.Specimen, t.Loinc.Code, t.PriceCode, t.Analytes.Count, t.IsActive))
            .Take(PageSize + 1).ToListAsync();
        if (Rows.Count <= PageSize) return;

        Rows.RemoveAt(PageSize);
        Next = Rows[^1].Code;
    }

    public sealed record Row(Guid Id, string Code, string Name, SpecimenKind Specimen, string Loinc, string PriceCode, int Analytes, bool IsActive);
}
