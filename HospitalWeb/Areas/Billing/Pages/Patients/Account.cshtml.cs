using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Patients;

[Requires(Permission.EnterBilling)]
public sealed class AccountModel(HospitalContext db, CurrentUser me, FacilityClock clock) : PageModel
{
    private const int ClaimsOnAPage = 20;

    [FromRoute]
    public Guid PatientId { get; init; }

    /// <summary>Shows past claims before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Claims { get; set; }

    public List<Row> Charges { get; private set; } = [];
    public List<BillSummary> Bills { get; private set; } = [];
    public IReadOnlyList<Claim> PastClaims { get; private set; } = [];
    public string? NextClaims { get; private set; }
    public bool MayIssue => me.Can(Permission.IssueBills);
    public Money Open => Charges.Where(c => c.Amount is not null).Select(c => c.Amount!.Value).Total(clock.Currency);
    public Money Owed => Bills.Where(b => b.Status is BillStatus.Issued or BillStatus.PartlyPaid).Select(b => b.Balance).Total(clock.Currency);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await db.Patients.AnyAsync(p => p.Id == PatientId)) return NotFound();

        Charges = await db.Charges.Open().Where(c => c.PatientId == PatientId).OrderBy(c => c.Raised.At)
            .Select(c => new Row(c.Id, c.Description, c.SourceKind, c.Quantity, c.UnitPrice, c.Amount, c.Raised.At)).ToListAsync();
        Bills = await db.Bills.Where(b => b.PatientId == PatientId).OrderByDescending(b => b.Drafted.At).Summaries().ToListAsync();
        await ReadClaimsAsync();
        return Page();
    }

    private async Task ReadClaimsAsync()
    {
        var (claims, visits) = (db.PastClaims.Where(c => c.PatientId == PatientId), db.Encounters);
        var found = await claims.NewestFirst(c => c.BilledAt, TimeKey.Parse(Claims)).Take(ClaimsOnAPage + 1)
            .Select(c => new Claim(c.Id, c.BilledAt, c.Payer, c.Kind, visits.Where(e => e.Id == c.EncounterId).Select(e => e.TookPlaceAt!.Name).FirstOrDefault(), c.Total)).ToListAsync();
        PastClaims = [.. found.Take(ClaimsOnAPage)];
        NextClaims = found.Count > ClaimsOnAPage ? new TimeKey(PastClaims[^1].BilledAt, PastClaims[^1].Id).ToString() : null;
    }

    public sealed record Row(Guid Id, string Description, ChargeSource Source, decimal Quantity, UnitPrice? UnitPrice, Money? Amount, DateTimeOffset RaisedAt);

    public sealed record Claim(Guid Id, DateTimeOffset BilledAt, string? Payer, string Kind, string? Place, Money Total);
}
