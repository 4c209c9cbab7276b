using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Staff;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Schedules;

/// <summary>Who can be booked, and the departments they belong to.</summary>
[Requires(Permission.ManageSchedules)]
public sealed class IndexModel(HospitalContext db) : PageModel
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<Row> Doctors { get; private set; } = [];
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Departments.Any(d => string.Equals(d.Code, Input.Code, StringComparison.OrdinalIgnoreCase))) ModelState.AddModelError("Input.Code", "There is a department with this code.");
        if (Departments.Any(d => string.Equals(d.Name, Input.Name, StringComparison.OrdinalIgnoreCase))) ModelState.AddModelError("Input.Name", "There is a department of this name.");
        if (!ModelState.IsValid) return Page();

        db.Add(new Department { Name = Input.Name!.Trim(), Code = Input.Code!.Trim() });
        await db.SaveChangesAsync();

        TempData.Notice($"The department {Input.Name} is there.");
        return RedirectToPage();
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Doctors = await db.Practitioners.DoctorsHere().ByName().Select(p => new Row(p.Id, p.DisplayName, p.Specialty, p.Department!.Name)).ToListAsync();
        Departments = await db.Departments.AsNoTracking().OrderBy(d => d.Name).ToListAsync();
        await next();
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the department's name."), StringLength(200)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter a short code."), StringLength(Department.CodeMaxLength, ErrorMessage = "The code is too long.")]
        public string? Code { get; set; }
    }

    public sealed record Row(Guid Id, string Name, string? Specialty, string? Department);
}
