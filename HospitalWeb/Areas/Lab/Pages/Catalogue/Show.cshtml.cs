using HospitalWeb.Data;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Lab.Pages.Catalogue;

[Requires(Permission.ManageLabCatalogue)]
public sealed class ShowModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid TestId { get; init; }

    public LabTest Test { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    /// <summary>Offers the test to those who order, or withdraws it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();

        if (Test.IsActive) Test.Withdraw();
        else Test.Offer();
        await db.SaveChangesAsync();

        TempData.Notice($"{Test.Name} is {(Test.IsActive ? "offered again" : "withdrawn: nobody can order it")}.");
        return RedirectToPage("/Catalogue/Show", new { TestId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.LabTests.Include(t => t.Analytes.OrderBy(a => a.Position)).SingleOrDefaultAsync(t => t.Id == TestId) is not { } test) return false;

        Test = test;
        return true;
    }
}
