using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Audit;
using HospitalWeb.Data.Jobs;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Access;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Jobs;

/// <summary>Looks through what was opened since the last run for what asks for a look, and tells those who review access.</summary>
public sealed class UnusualAccessWatch(HospitalContext db, FacilityClock clock, IConfiguration settings) : IHospitalJob
{
    private static readonly TimeSpan History = TimeSpan.FromDays(28), Overlap = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken token)
    {
        var (now, since) = (clock.Now, await SinceAsync(token));
        var found = await db.AuditEntries.OpeningsByStaff(since.AddHours(-1), now).OrderBy(e => e.Sequence).Select(e => new { e.AccountId, e.AccountName, e.PatientId, e.At }).ToListAsync(token);
        var openings = found.Select(o => new Opening(o.AccountId!.Value, o.AccountName, o.PatientId!.Value, clock.Local(o.At))).ToList();
        if (openings.Count == 0) return;

        var patients = await PatientsAsync([.. openings.Select(o => o.PatientId).Distinct()], token);
        var people = await PeopleAsync([.. openings.Select(o => o.AccountId).Distinct()], since, token);
        var rules = new UnusualAccess(people, patients, await CommonAsync(people.Values, patients.Values, token), settings.GetValue("Access:RecordsInAnHour", UnusualAccess.RecordsInAnHour));
        await db.RaiseAsync([.. rules.In(openings, since)], now);
    }

    // An entry is written a moment after its time, so each run looks back a little further than the last one came.
    private async Task<DateTimeOffset> SinceAsync(CancellationToken token)
    {
        var last = await db.JobRuns.Where(r => r.Name == nameof(UnusualAccessWatch) && r.FinishedAt != null && r.Failure == null).MaxAsync(r => (DateTimeOffset?)r.StartedAt, token) ?? clock.Now.AddDays(-1);
        return (last < clock.Now - Longest ? clock.Now - Longest : last) - Overlap;
    }

    private async Task<Dictionary<Guid, OpenedPatient>> PatientsAsync(List<Guid> ids, CancellationToken token)
    {
        Dictionary<Guid, OpenedPatient> opened = [];
        foreach (var some in ids.Chunk(500))
            foreach (var patient in await db.Patients.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(token))
                opened[patient.Id] = new(patient.FamilyName, patient.GivenName, patient.Email, patient.Address, patient.IsConfidential);
        return opened;
    }

    private async Task<Dictionary<Guid, Opener>> PeopleAsync(List<Guid> ids, DateTimeOffset since, CancellationToken token)
    {
        var hours = await HoursAsync(ids, since, token);
        var accounts = await db.Users.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Email, a.DisplayName, a.PractitionerId }).ToListAsync(token);
        var practitioners = accounts.Select(a => a.PractitionerId).OfType<Guid>().ToList();
        var names = await db.Set<Domain.Staff.Practitioner>().Where(p => practitioners.Contains(p.Id)).Select(p => new { p.Id, p.FamilyName, p.GivenName }).ToDictionaryAsync(p => p.Id, token);
        Dictionary<Guid, Opener> people = [];
        foreach (var account in accounts)
        {
            var (family, given) = account.PractitionerId is { } id && names.TryGetValue(id, out var name) ? (name.FamilyName, name.GivenName) : NameOf(account.DisplayName);
            var homes = await db.Patients.AsNoTracking().Where(p => p.FamilyName == family && p.GivenName == given).OrderBy(p => p.Id).Take(10).ToListAsync(token);
            people[account.Id] = new(family, given, account.Email, [.. homes.Select(home => home.Address)], hours.GetValueOrDefault(account.Id) ?? new HashSet<int>());
        }
        return people;
    }

    private static (string Family, string Given) NameOf(string displayName) => displayName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.. var given, var family] ? (family, string.Join(' ', given)) : ("", "");

    private async Task<Dictionary<Guid, IReadOnlySet<int>>> HoursAsync(List<Guid> ids, DateTimeOffset since, CancellationToken token)
    {
        var today = clock.StartOf(clock.DateOf(since));
        var opened = await db.AuditEntries.OpeningsByStaff(today - History, today).Where(e => ids.Contains(e.AccountId!.Value))
            .GroupBy(e => new { e.AccountId, e.At.Year, e.At.Month, e.At.Day, e.At.Hour }).Select(g => g.Key).ToListAsync(token);
        return opened.GroupBy(o => o.AccountId!.Value, o => clock.Local(new DateTimeOffset(o.Year, o.Month, o.Day, o.Hour, 0, 0, TimeSpan.Zero)))
            .Where(of => of.Select(at => at.Date).Distinct().Count() >= UnusualAccess.KnownDays)
            .ToDictionary(of => of.Key, of => (IReadOnlySet<int>)of.Select(at => at.Hour).ToHashSet());
    }

    // Only the names that stand on both sides matter, and there are few.
    private async Task<HashSet<string>> CommonAsync(IEnumerable<Opener> people, IEnumerable<OpenedPatient> patients, CancellationToken token)
    {
        var shared = people.Select(p => SearchWords.Fold(p.FamilyName)).Intersect(patients.Select(p => SearchWords.Fold(p.FamilyName))).ToList();
        if (shared.Count == 0) return [];

        var few = Math.Max(5, await db.Patients.CountAsync(token) / UnusualAccess.CommonName);
        var words = shared.ToDictionary(name => name, name => SearchWords.Split(name).LastOrDefault() ?? "");
        var bearers = await db.Set<PatientSearchTerm>().Where(t => words.Values.Contains(t.Term)).GroupBy(t => t.Term).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(t => t.Key, t => t.Count, token);
        return [.. shared.Where(name => bearers.GetValueOrDefault(words[name]) > few)];
    }
}
