using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Reception.Pages.Portal;

/// <summary>Who may open one patient's record at the portal besides the patient. The patient is told.</summary>
[Requires(Permission.ManageProxies)]
public sealed class ProxiesModel(HospitalContext db, CurrentUser me, FacilityClock clock) : ShownModel
{
    [FromRoute]
    public Guid PatientId { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<PatientProxy> Proxies { get; private set; } = [];
    public DateTimeOffset Now => clock.Now;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        if (await WhomAsync(HumanNumber.Parse(Patient.Prefix, Input.Mrn!)) is not var (patient, found, isAlready, own)) return NotFound();
        BrokenRule.When(found is null, $"Nobody with the number {Input.Mrn!.Trim()} has an account at the portal. Register the proxy and give a portal code first.");
        BrokenRule.When(isAlready, $"{found!.Name} is a proxy of this patient already. End that right first.");

        var proxy = PatientProxy.Grant(patient, found, new(Input.Relationship!.Value, Input.Scope!.Value, Input.Evidence!, Input.Until), clock.Today, clock.EndOf, me.Stamp);
        db.Add(proxy);
        if (own is { } account) db.Add(Notification.To(account, NotificationKind.System, Severity.Medium, "Somebody else may open your record", $"{proxy.Name} may open your record at the portal. If this surprises you, call us.", "/patient/access", null, Now));
        await db.SaveChangesAsync();

        TempData.Notice($"{proxy.Name} may open this record until {Words.Date(clock.DateOf(proxy.Until.AddTicks(-1)))}.");
        return RedirectToPage(new { PatientId });
    }

    public async Task<IActionResult> OnPostEndAsync(Guid proxy)
    {
        if (await db.PatientProxies.SingleOrDefaultAsync(p => p.Id == proxy && p.PatientId == PatientId) is not { } leaving) return NotFound();

        leaving.End(me.Stamp);
        await db.SaveChangesAsync();
        TempData.Notice($"{leaving.Name} no longer opens this record.");
        return RedirectToPage(new { PatientId });
    }

    protected override async Task<bool> ReadAsync()
    {
        if (await db.Patients.Where(p => p.Id == PatientId).Select(p => p.ListName).SingleOrDefaultAsync() is not { } name) return false;

        ViewData["PatientName"] = name;
        Proxies = await db.PatientProxies.AsNoTracking().Where(p => p.PatientId == PatientId).OrderByDescending(p => p.Granted.At).ThenBy(p => p.Id).ToListAsync();
        return true;
    }

    // The patient, whom the number names at the portal, whether that is a proxy already, and the patient's own account.
    private async Task<(Patient Patient, PortalUser? Proxy, bool IsAlready, Guid? Own)?> WhomAsync(int? number)
    {
        var (people, users, rights) = (db.Patients, db.Users.Where(a => a.PasswordHash != null), db.PatientProxies.Where(r => r.PatientId == PatientId && r.Ended == null && r.Until > Now));
        var named = users.Where(a => people.Any(p => p.Id == a.PatientId && p.Number == number));
        var found = await people.Where(p => p.Id == PatientId).Select(p => new
        {
            Patient = p,
            Proxy = named.Select(a => new PortalUser(a.Id, a.PatientId, a.DisplayName)).FirstOrDefault(),
            IsAlready = rights.Any(r => named.Any(a => a.Id == r.AccountId)),
            Own = users.Where(a => a.PatientId == p.Id).Select(a => (Guid?)a.Id).FirstOrDefault(),
        }).SingleOrDefaultAsync();
        return found is null ? null : (found.Patient, found.Proxy, found.IsAlready, found.Own);
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the number of the proxy."), StringLength(20)]
        public string? Mrn { get; set; }

        [Required(ErrorMessage = "Choose as what.")]
        public ProxyRelationship? Relationship { get; set; }

        [Required(ErrorMessage = "Choose how much of the record.")]
        public ProxyScope? Scope { get; set; }

        public DateOnly? Until { get; set; }

        [Required(ErrorMessage = "Write down what was shown: a birth certificate, a court order, a signed consent."), StringLength(PatientProxy.EvidenceMaxLength)]
        public string? Evidence { get; set; }
    }
}
