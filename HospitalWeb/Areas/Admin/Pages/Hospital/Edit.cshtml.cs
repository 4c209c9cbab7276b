using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Hospital;

[Requires(Permission.ManageFacility)]
public sealed class EditModel(HospitalContext db, FacilityBook book) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Facility Facility { get; private set; } = null!;
    /// <summary>Money that exists is in some currency and stays in it.</summary>
    public bool HasMoney { get; private set; }

    public IEnumerable<SelectListItem> TimeZones => TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Distinct().Order(StringComparer.Ordinal).Select(id => new SelectListItem(id, id));

    public IEnumerable<SelectListItem> Currencies => Words.Currencies.Select(code => new SelectListItem(code, code));

    public void OnGet() => Input = Form.Of(Facility);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Facility.KnowsTimeZone(Input.TimeZone)) ModelState.AddModelError("Input.TimeZone", "Choose the hospital's time zone.");
        if (!ModelState.IsValid) return Page();

        (Facility.Name, Facility.TimeZone, Facility.Letterhead) = (Input.Name!.Trim(), Input.TimeZone!, Input.Letterhead());
        if (Input.Currency is { } currency) Facility.CountIn(new(currency), HasMoney);
        await db.SaveChangesAsync();

        book.Forget();
        TempData.Notice("The hospital's details are saved.");
        return RedirectToPage();
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Facility = await db.Facilities.SingleAsync();
        HasMoney = await db.Services.AnyAsync() || await db.Charges.AnyAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the hospital's name."), StringLength(Facility.NameMaxLength, ErrorMessage = "The name is too long.")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose the hospital's time zone.")]
        public string? TimeZone { get; set; }

        public string? Currency { get; set; }
        public string? AddressLines { get; set; }
        public string? Phone { get; set; }
        public string? Email { get; set; }
        public string? Website { get; set; }
        public string? RegistrationNumber { get; set; }

        [Required(ErrorMessage = "Enter the number to call in an emergency.")]
        public string? EmergencyNumber { get; set; }

        public static Form Of(Facility facility)
        {
            var head = facility.Letterhead;
            return new()
            {
                Name = facility.Name, TimeZone = facility.TimeZone, Currency = facility.Currency.Code, AddressLines = string.Join('\n', head.AddressLines), Phone = head.Phone,
                Email = head.Email, Website = head.Website, RegistrationNumber = head.RegistrationNumber, EmergencyNumber = head.EmergencyNumber,
            };
        }

        public Letterhead Letterhead() => new()
        {
            AddressLines = [.. (AddressLines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Phone = Phone, Email = Email, Website = Website, RegistrationNumber = RegistrationNumber, EmergencyNumber = EmergencyNumber!,
        };
    }
}
