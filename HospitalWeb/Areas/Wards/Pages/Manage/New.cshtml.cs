using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Wards;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Wards.Pages.Manage;

[Requires(Permission.ManageBeds)]
public sealed class NewModel(HospitalContext db) : PageModel
{
    private const int MostBeds = 100;

    [BindProperty]
    public WardForm Input { get; init; } = new();

    [BindProperty, Required(ErrorMessage = "Give a short code, for example W3."), StringLength(Ward.CodeMaxLength)]
    public string? Code { get; set; }

    [BindProperty, Range(0, MostBeds, ErrorMessage = "Start with up to 100 beds.")]
    public int Beds { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        BrokenRule.When(await db.Wards.AnyAsync(w => w.Code == Code!.Trim()), $"There is a ward {Code} already.");
        var ward = new Ward { Name = Input.Name!.Trim(), Code = Code!.Trim(), Kind = Input.Kind!.Value, BedDayPriceCode = Input.BedDayPriceCode!.Trim() };
        for (var bed = 1; bed <= Beds; bed++) ward.AddBed($"{bed}");
        db.Wards.Add(ward);
        await db.SaveChangesAsync();

        TempData.Notice($"{ward.Name} is open, with {ward.Beds.Count} beds.");
        return RedirectToPage("/Manage/Edit", new { WardId = ward.Id });
    }
}
