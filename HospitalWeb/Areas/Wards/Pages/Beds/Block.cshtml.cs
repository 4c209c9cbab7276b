using System.ComponentModel.DataAnnotations;
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
public sealed class BlockModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid BedId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Bed Bed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        Bed.Block(Input.Reason!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"{Bed.Name} is blocked.");
        return RedirectToPage("/Index");
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Beds.Include(b => b.Ward).SingleOrDefaultAsync(b => b.Id == BedId) is not { } bed) return false;

        Bed = bed;
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say why the bed is blocked."), StringLength(Bed.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
