using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Jobs;

/// <summary>People at work and what the audit trail says that they opened, on days of the test's own.</summary>
internal sealed class Openings(HospitalApp app)
{
    private readonly List<AuditEntry> entries = [];
    // Far behind what the program itself writes meanwhile.
    private long sequence = 1_000_000;

    public int Count => entries.Count;

    public async Task<Account> SomebodyAsync(Role role, string family, string given = "Alex", string? email = null)
    {
        var practitioner = Given.Practitioner(role == Role.Doctor ? Profession.Doctor : Profession.Nurse, family, given);
        await app.Save(practitioner);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        email ??= $"{Guid.NewGuid():N}@hospital.example";
        var account = new Account { UserName = email, Email = email, DisplayName = $"{given} {family}", PractitionerId = practitioner.Id, CreatedAt = app.Clock.Now };
        Assert.True((await accounts.CreateAsync(account)).Succeeded);
        await accounts.AddToRoleAsync(account, role.ToString());
        return account;
    }

    public void Opened(Account by, Patient patient, DateTimeOffset at, AuditAction action = AuditAction.Read, string roles = "Nurse") => entries.Add(new()
    {
        Sequence = ++sequence, At = at, AccountId = by.Id, AccountName = by.DisplayName, Roles = roles, Action = action, EntityType = "Patient", EntityId = patient.Id.ToString(), PatientId = patient.Id,
        Path = "GET /", IpAddress = "", UserAgent = "", Severity = AuditSeverity.Routine, IsSecurity = false, PreviousHash = [], Hash = [],
    });

    /// <summary>Two weeks of mornings and afternoons, so that the usual hours are known.</summary>
    public void WorkedByDay(Account somebody, Patient patient, DateTimeOffset until)
    {
        for (var day = 1; day <= 14; day++)
            foreach (var hour in new[] { 8, 11, 14, 16 }) Opened(somebody, patient, until.Date.AddDays(-day).AddHours(hour));
    }

    public async Task KeepAsync()
    {
        await app.UsingDb(db => { db.AddRange(entries); return db.SaveChangesAsync(); });
    }

    public Task<List<AccessAlarm>> AlarmsAsync() => app.UsingDb(db => db.AccessAlarms.AsNoTracking().OrderBy(a => a.At).ToListAsync());
}
