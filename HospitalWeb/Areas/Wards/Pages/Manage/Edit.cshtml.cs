using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Manage;

[Requires(Permission.ManageBeds)]
public sealed class EditModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid WardId { get; init; }

    [BindProperty]
    public WardForm Input { get; init; } = new();

    [BindProperty]
    public string? NewBed { get; set; }

    [BindProperty]
    public bool IsOpen { get; set; }

    public Ward Ward { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync()) return NotFound();

        (Input.Name, Input.Kind, Input.BedDayPriceCode, IsOpen) = (Ward.Name, Ward.Kind, Ward.BedDayPriceCode, Ward.IsActive);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (NewBed?.Trim().Length > Bed.LabelMaxLength) ModelState.AddModelError(nameof(NewBed), $"A bed's label has at most {Bed.LabelMaxLength} characters.");
        if (!ModelState.IsValid) return Page();

        (Ward.Name, Ward.Kind, Ward.BedDayPriceCode) = (Input.Name!.Trim(), Input.Kind!.Value, Input.BedDayPriceCode!.Trim());
        if (!string.IsNullOrWhiteSpace(NewBed)) db.Beds.Add(Ward.AddBed(NewBed));
        if (IsOpen) Ward.Open();
        else if (Ward.IsActive) Ward.Close();
        await db.SaveChangesAsync();

        TempData.Notice($"{Ward.Name} is saved.");
        return RedirectToPage("/Manage/Edit", new { WardId });
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Wards.Include(w => w.Beds).SingleOrDefaultAsync(w => w.Id == WardId) is not { } ward) return false;

        Ward = ward;
        return true;
    }
}
