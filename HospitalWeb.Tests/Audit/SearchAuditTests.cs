using HospitalWeb.Data.Audit;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Audit;

/// <summary>Whoever searches sees people whose record he does not open.</summary>
public sealed class SearchAuditTests(HospitalApp app) : PageTest(app)
{
    [Theory]
    [InlineData(Role.Receptionist, "/reception/patients"), InlineData(Role.Doctor, "/doctor/patients"), InlineData(Role.Nurse, "/nurse/patients"), InlineData(Role.BillingClerk, "/billing"), InlineData(Role.WardManager, "/wards/admit")]
    public async Task It_is_written_down_whom_a_search_has_shown_and_not_what_was_typed(Role role, string path)
    {
        var name = $"Sought{Guid.NewGuid():N}"[..18];
        var (one, other) = (Given.Patient(name), Given.Patient(name, "Second"));
        await App.Save(one, other);
        var account = Guid.NewGuid();
        var browser = As(role, practitioner: Guid.NewGuid(), account: account);

        var page = await browser.Search(path, name);
        await browser.Search(path, $"{name}nobody");

        Assert.Contains(name.ToUpperInvariant(), page.Main, StringComparison.OrdinalIgnoreCase);
        var entries = await App.UsingDb(db => db.AuditEntries.Where(e => e.AccountId == account && e.Action == AuditAction.Search).OrderBy(e => e.Sequence).Select(e => new { e.Changes, e.Path, e.PatientId }).ToListAsync());
        Assert.Equal(2, entries.Count);
        foreach (var shown in new[] { one, other }) Assert.Contains(HumanNumber.Of(shown), entries[0].Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("PAT-", entries[1].Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(entries, e => e.PatientId is not null || $"{e.Changes} {e.Path}".Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
