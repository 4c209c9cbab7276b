using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages;

[Requires(Permission.EnterBilling), Limited(Limit.Search)]
public sealed class IndexModel(HospitalContext db, FacilityClock clock, PatientAccess access) : PageModel
{
    public const int Shown = 25;

    [BindProperty(SupportsGet = true, BinderType = typeof(SealedWords))]
    public string? Q { get; set; }

    public List<Found> Patients { get; private set; } = [];
    public List<BillSummary> Bills { get; private set; } = [];
    public List<Waiting> Charges { get; private set; } = [];
    public Currency Currency => clock.Currency;

    public async Task OnGetAsync()
    {
        if (!string.IsNullOrWhiteSpace(Q)) await SearchAsync(Q);
        else await WorklistAsync();
    }

    private async Task SearchAsync(string words)
    {
        Patients = await (await db.PatientsLikeAsync(PatientQuery.Parse(words), access.ViewFrom(Desk.Billing))).Select(p => new Found(p.Id, p.ListName, p.Number, p.BirthDate, p.Sex)).Take(PatientSearch.MostShown).ToListAsync();
        db.RecordSearch(Patients.Select(p => p.Number));
        if (HumanNumber.Parse(Bill.Prefix, words) is { } number) Bills = await db.Bills.Where(b => b.Number == number).Summaries().ToListAsync();
    }

    // Whoever has waited longest for a bill, or with one, comes first.
    private async Task WorklistAsync()
    {
        Charges = await db.Charges.Open()
            .GroupBy(c => new { c.PatientId, c.Patient.ListName, c.Patient.Number })
            .OrderBy(g => g.Min(c => c.Raised.At)).ThenBy(g => g.Key.PatientId)
            .Select(g => new Waiting(g.Key.PatientId, g.Key.ListName, g.Key.Number, g.Count(), g.Count(c => c.Amount == null), g.Sum(c => c.Amount == null ? 0 : c.Amount.Value.Amount), g.Min(c => c.Raised.At)))
            .Take(Shown).ToListAsync();
        Bills = await db.Bills.Unpaid().OrderBy(b => b.Number).Summaries().Take(Shown).ToListAsync();
    }

    public sealed record Found(Guid Id, string Name, int Number, DateOnly? BirthDate, Sex Sex);

    public sealed record Waiting(Guid PatientId, string Patient, int PatientNumber, int Count, int Unpriced, decimal Sum, DateTimeOffset Since);
}
