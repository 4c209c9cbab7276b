using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Pages.Notifications;

/// <summary>Takes responsibility for something critical, by name.</summary>
[Authorize]
public sealed class AcknowledgeModel(HospitalContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Notification Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (!ModelState.IsValid) return Page();

        Shown.Acknowledge(Input.ActionTaken!, me.Stamp);
        await db.SaveChangesAsync();

        TempData.Notice($"Acknowledged: {Shown.Title}");
        return RedirectToPage("/Notifications/Index");
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Notifications.To(me.AccountId).Include(n => n.Patient).SingleOrDefaultAsync(n => n.Id == Id) is not { } notification) return false;

        Shown = notification;
        ViewData["PatientId"] = notification.PatientId;
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Say what you did about it."), StringLength(Notification.ActionTakenMaxLength)]
        public string? ActionTaken { get; set; }
    }
}
