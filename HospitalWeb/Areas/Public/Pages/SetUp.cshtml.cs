using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Security;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Public.Pages;

/// <summary>Once, at the very beginning: names the hospital and creates its first administrator.</summary>
[Limited(Limit.SignIn)]
public sealed class SetUpModel(HospitalContext db, UserManager<Account> accounts, SetUpCode code, FacilityBook book, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IEnumerable<SelectListItem> TimeZones => TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Distinct().Order(StringComparer.Ordinal).Select(id => new SelectListItem(id, id));

    public IEnumerable<SelectListItem> Currencies => Words.Currencies.Select(code => new SelectListItem(code, code));

    public async Task<IActionResult> OnGetAsync() => await db.Facilities.AnyAsync() ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Facilities.AnyAsync()) return NotFound();
        if (Input.Code is not null && !code.Is(Input.Code)) ModelState.AddModelError("Input.Code", "This is not the set-up code. It stands on the console of the program.");
        if (!Facility.KnowsTimeZone(Input.TimeZone)) ModelState.AddModelError("Input.TimeZone", "Choose the hospital's time zone.");
        if (!ModelState.IsValid) return Page();

        await using var transaction = await db.Database.BeginTransactionAsync();
        var administrator = new Account { UserName = Input.AdministratorEmail, Email = Input.AdministratorEmail, EmailConfirmed = true, DisplayName = Input.AdministratorName!, CreatedAt = time.GetUtcNow() };
        var created = await accounts.CreateAsync(administrator, Input.Password!);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors) ModelState.AddModelError("Input.Password", error.Description);
            return Page();
        }

        await accounts.AddToRoleAsync(administrator, nameof(Role.Admin));
        db.Add(new Facility
        {
            Name = Input.HospitalName!.Trim(),
            TimeZone = Input.TimeZone!,
            Currency = new(Input.Currency!),
            Letterhead = new()
            {
                AddressLines = [.. (Input.AddressLines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Phone = Input.Phone,
                Email = Input.Email,
                EmergencyNumber = Input.EmergencyNumber!,
            },
        });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        book.Forget();
        TempData.Notice("The hospital is set up. Sign in as its administrator.");
        return LocalRedirect(Security.SignIn.SignInPath);
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the set-up code.")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Enter the hospital's name."), StringLength(Facility.NameMaxLength, ErrorMessage = "The name is too long.")]
        public string? HospitalName { get; set; }

        [Required(ErrorMessage = "Choose the hospital's time zone.")]
        public string? TimeZone { get; set; }

        [Required(ErrorMessage = "Choose the currency of the bills."), RegularExpression("[A-Z]{3}", ErrorMessage = "Choose the currency of the bills.")]
        public string? Currency { get; set; }

        public string? AddressLines { get; set; }
        public string? Phone { get; set; }
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter the number to call in an emergency.")]
        public string? EmergencyNumber { get; set; } = "112";

        [Required(ErrorMessage = "Enter the administrator's name."), StringLength(Account.DisplayNameMaxLength)]
        public string? AdministratorName { get; set; }

        [Required(ErrorMessage = "Enter the administrator's e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address.")]
        public string? AdministratorEmail { get; set; }

        [Required(ErrorMessage = "Choose a password."), MinLength(PasswordRule.Fewest, ErrorMessage = "Use at least 15 characters.")]
        public string? Password { get; set; }
    }
}
