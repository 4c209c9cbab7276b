using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Security;
using HospitalWeb.Security.Portal;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Portal;

/// <summary>Makes the slip with which a patient opens an account. The answer to the form is the only time the code is seen.</summary>
[Requires(Permission.RegisterPatients)]
public sealed class NewCodeModel(HospitalContext db, CurrentUser me, FacilityClock clock, PublicSite site) : ShownModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    public string Name { get; private set; } = "";
    public string? Code { get; private set; }
    public DateOnly Until { get; private set; }
    public string Address => site.Address;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Patients.Where(p => p.Id == PatientId).Select(p => new { p.BirthDate, p.DiedAt }).SingleOrDefaultAsync() is not { } patient) return NotFound();
        BrokenRule.When(patient.DiedAt is not null, "No account is opened for a patient who has died.");
        BrokenRule.When(patient.BirthDate is null, "The birth date is not known: record it first.");
        BrokenRule.When(await db.Users.AnyAsync(a => a.PatientId == PatientId && a.PasswordHash != null), "This patient has an account already.");

        foreach (var earlier in await db.PortalCodes.Where(c => c.PatientId == PatientId && c.UsedAt == null && c.VoidedAt == null).ToListAsync()) earlier.Void(clock.Now);
        var code = PortalCode.New();
        var made = new PortalCode { PatientId = PatientId, CodeHash = PortalCode.HashOf(code), Made = me.Stamp, EndsAt = clock.Now + PortalCode.GoodFor };
        db.Add(made);
        await db.SaveChangesAsync();

        Code = string.Join('-', code.Chunk(4).Select(four => new string(four)));
        Until = clock.Today.AddDays((int)PortalCode.GoodFor.TotalDays);
        return Page();
    }

    protected override async Task<bool> ReadAsync()
    {
        if (await db.Patients.Where(p => p.Id == PatientId).Select(p => p.ListName).SingleOrDefaultAsync() is not { } name) return false;

        Name = name;
        ViewData["PatientName"] = name;
        return true;
    }
}
