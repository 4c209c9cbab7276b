using HospitalWeb.Data;
using HospitalWeb.Domain.Mail;
using HospitalWeb.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

/// <summary>
/// Identity's own manager, except that the owner is told in the same save what becomes of password and second factor,
/// and that a key which is not in use yet changes nothing about how one signs in, and so ends no session.
/// </summary>
public sealed class AccountManager(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> users, IEnumerable<IPasswordValidator<Account>> passwords,
    ILookupNormalizer normalizer, IdentityErrorDescriber describer, IServiceProvider services, ILogger<UserManager<Account>> logger,
    HospitalContext db, AccountNotices notices)
    : UserManager<Account>(store, options, hasher, users, passwords, normalizer, describer, services, logger)
{
    public const int RecoveryCodes = 10;

    public override Task<IdentityResult> ChangePasswordAsync(Account user, string currentPassword, string newPassword) =>
        TellingAsync(user, "The password of your account was changed", () => base.ChangePasswordAsync(user, currentPassword, newPassword));

    // The first password, chosen by an invitation, is no change.
    public override Task<IdentityResult> ResetPasswordAsync(Account user, string token, string newPassword) => user.PasswordHash is null
        ? base.ResetPasswordAsync(user, token, newPassword)
        : TellingAsync(user, "The password of your account was changed", () => base.ResetPasswordAsync(user, token, newPassword));

    public override Task<IdentityResult> SetTwoFactorEnabledAsync(Account user, bool enabled) => user.TwoFactorEnabled == enabled
        ? base.SetTwoFactorEnabledAsync(user, enabled)
        : TellingAsync(user, $"The second factor of your account was turned {(enabled ? "on" : "off")}", () => base.SetTwoFactorEnabledAsync(user, enabled));

    public override Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(Account user, string code) =>
        TellingAsync(user, "A recovery code of your account was used", () => base.RedeemTwoFactorRecoveryCodeAsync(user, code));

    /// <summary>The codes for the day the phone is lost, for whoever has none: they are shown once and kept as hashes.</summary>
    public async Task<string[]?> FirstRecoveryCodesAsync(Account user) =>
        await CountRecoveryCodesAsync(user) > 0 ? null : [.. (await GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];

    private async Task<IdentityResult> TellingAsync(Account user, string whatHappened, Func<Task<IdentityResult>> deed)
    {
        notices.Tell(user, whatHappened);
        var done = await deed();
        if (done.Succeeded) return done;

        foreach (var untold in db.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added, Entity: Notification or OutgoingMail }).ToList()) untold.State = EntityState.Detached;
        return done;
    }

    public override async Task<IdentityResult> ResetAuthenticatorKeyAsync(Account user)
    {
        if (user.TwoFactorEnabled) return await base.ResetAuthenticatorKeyAsync(user);

        await ((IUserAuthenticatorKeyStore<Account>)Store).SetAuthenticatorKeyAsync(user, GenerateNewAuthenticatorKey(), CancellationToken);
        return await UpdateUserAsync(user);
    }
}
