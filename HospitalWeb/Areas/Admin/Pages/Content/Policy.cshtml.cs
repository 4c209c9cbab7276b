using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Content;

/// <summary>A new edition of the privacy policy. What an edition said never changes.</summary>
[Requires(Permission.ManageContent)]
public sealed class PolicyModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public void OnGet() => Input.EffectiveFrom = clock.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.PrivacyPolicies.AnyAsync(p => p.Edition == Input.Edition)) ModelState.AddModelError("Input.Edition", "There is an edition of this name.");
        if (!ModelState.IsValid) return Page();

        db.Add(new PrivacyPolicy { Edition = Input.Edition!, Title = Input.Title!, Body = Input.Body!, EffectiveFrom = Input.EffectiveFrom!.Value });
        await db.SaveChangesAsync();

        TempData.Notice($"Edition {Input.Edition} is saved. Put it in force when it is to be shown.");
        return RedirectToPage("Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Name the edition, such as 2.1."), StringLength(PrivacyPolicy.EditionMaxLength)]
        public string? Edition { get; set; }

        [Required(ErrorMessage = "Enter the title."), StringLength(200)]
        public string? Title { get; set; }

        [Required(ErrorMessage = "Write the policy."), StringLength(PrivacyPolicy.BodyMaxLength)]
        public string? Body { get; set; }

        [Required(ErrorMessage = "Enter the first day it holds.")]
        public DateOnly? EffectiveFrom { get; set; }
    }
}
