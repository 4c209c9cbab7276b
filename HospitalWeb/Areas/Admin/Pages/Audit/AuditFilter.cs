using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Audit;

/// <summary>What is asked of the trail, by the list and by the file alike.</summary>
public sealed class AuditFilter
{
    [ModelBinder(typeof(SealedWords))]
    public string? Patient { get; set; }
    public string? User { get; set; }
    public AuditAction? Action { get; set; }
    public AuditOutcome? Outcome { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public bool SecurityOnly { get; set; }

    public bool IsEmpty => this is { Patient: null, User: null, Action: null, Outcome: null, From: null, Until: null, SecurityOnly: false };

    public string InWords => string.Join(" and ", new[]
    {
        Patient is null ? null : $"patient {Patient}", User is null ? null : $"account {User}", Action is { } action ? $"action {Words.Of(action).ToLowerInvariant()}" : null, Outcome is { } outcome ? $"outcome {outcome}".ToLowerInvariant() : null,
        From is { } from ? $"from {Words.Date(from)}" : null, Until is { } until ? $"until {Words.Date(until)}" : null, SecurityOnly ? "only sign-ins, accounts, permissions and exports" : null,
    }.OfType<string>());

    public async Task<IQueryable<AuditEntry>> EntriesAsync(HospitalContext db, FacilityClock clock)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Action is { } action) entries = entries.Where(e => e.Action == action);
        if (Outcome is { } outcome) entries = entries.Where(e => e.Outcome == outcome);
        if (SecurityOnly) entries = entries.Where(e => e.IsSecurity);
        if (From is { } from) entries = entries.Where(e => e.At >= clock.StartOf(from));
        if (Until is { } until) entries = entries.Where(e => e.At < clock.EndOf(until));
        if (Patient is { Length: > 0 })
        {
            var id = await PatientIdAsync(db) ?? Guid.Empty;
            entries = entries.Where(e => e.PatientId == id);
        }

        if (User is { Length: > 0 } user)
        {
            var email = user.Trim().ToUpperInvariant();
            var id = await db.Users.Where(a => a.NormalizedEmail == email).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() ?? Guid.Empty;
            entries = entries.Where(e => e.AccountId == id);
        }

        return entries;
    }

    public async Task<Guid?> PatientIdAsync(HospitalContext db)
    {
        if (Patient is not { Length: > 0 } patient || HumanNumber.Parse(Domain.Patients.Patient.Prefix, patient) is not { } number) return null;
        return await db.Patients.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync();
    }
}
