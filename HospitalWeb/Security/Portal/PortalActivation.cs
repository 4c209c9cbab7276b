using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security.Links;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Portal;

/// <summary>Opens a patient's account for who has the code and knows the birth date. The letter it sends lets him choose a password.</summary>
public sealed class PortalActivation(HospitalContext db, UserManager<Account> accounts, AccountLinks links, SignInThrottle throttle, UnknownNames unknown, TimeProvider time)
{
    public async Task AnswerAsync(string typed, DateOnly born, string email)
    {
        var (hash, now) = (PortalCode.HashOf(typed), time.GetUtcNow());
        var code = await db.PortalCodes.SingleOrDefaultAsync(c => c.CodeHash == hash);
        // Counted under the code that was tried: guessing at the date of one shuts nobody else out.
        var mayTry = await throttle.TakeAsync(code?.Id ?? SignInThrottle.PlaceOf(Convert.ToHexString(hash)));
        if (code is null)
        {
            await unknown.CountAsync();
            await unknown.TellAsync(null, "UnknownCode", typed, "No patient was given this code");
            return;
        }

        var patient = await db.Patients.Where(p => p.Id == code.PatientId).Select(p => new { p.BirthDate, p.DiedAt, p.FullName }).SingleAsync();
        var account = await db.Users.SingleOrDefaultAsync(a => a.PatientId == code.PatientId);
        var refusal = !mayTry ? "The code is locked for a while." : !code.Opens(now) ? "The code has been used, replaced or is too old." : patient.BirthDate != born ? "The birth date is wrong."
            : patient.DiedAt is not null ? "The patient has died." : account is { PasswordHash: not null } or { IsDisabled: true } ? "The patient has an account already." : null;
        if (refusal is not null)
        {
            await RefuseAsync(nameof(PortalCode), code.Id.ToString(), code.PatientId, refusal);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        code.Use(now);
        var kept = account is null
            ? await accounts.CreateAsync(account = new() { UserName = email, Email = email, DisplayName = patient.FullName, PatientId = code.PatientId, CreatedAt = now })
            : await accounts.SetUserNameAsync(account, email) is { Succeeded: true } ? await accounts.SetEmailAsync(account, email) : IdentityResult.Failed();
        if (!kept.Succeeded)
        {
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
            await RefuseAsync(nameof(PortalCode), code.Id.ToString(), code.PatientId, "The address belongs to another account.");
            return;
        }

        if (!await accounts.IsInRoleAsync(account, nameof(Role.Patient))) await accounts.AddToRoleAsync(account, nameof(Role.Patient));
        links.Invite(account);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await throttle.SucceededAsync(code.Id);
    }

    private async Task RefuseAsync(string entity, string id, Guid? patient, string reason)
    {
        db.Record(AuditAction.SignInFailed, entity, id, patient, AuditOutcome.Refused, reason: reason);
        await db.SaveChangesAsync();
    }
}
