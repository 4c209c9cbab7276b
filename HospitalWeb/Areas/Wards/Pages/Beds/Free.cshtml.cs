using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Beds;

[Requires(Permission.ManageBeds)]
public sealed class FreeModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid BedId { get; init; }

    public Bed Bed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();

        Bed.Free(me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Bed.Name} is free.");
        return RedirectToPage("/Index");
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Beds.Include(b => b.Ward).SingleOrDefaultAsync(b => b.Id == BedId) is not { } bed) return false;

        Bed = bed;
        return true;
    }
}
