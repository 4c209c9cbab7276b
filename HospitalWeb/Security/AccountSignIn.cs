using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

/// <summary>Identity's sign-in behind one throttle: every way in takes a try of its account first, and gives them back when it succeeds.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, IPasswordHasher<Account> hasher, SignInThrottle throttle)
    : SignInManager<Account>(accounts, http, claims, options, logger, schemes, confirmation)
{
    // Somebody nobody knows takes as long to refuse as a wrong password.
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static string? nobodysHash;

    /// <summary>Signs in by name and password. Whoever the name belongs to, and whether to anybody, cannot be told from a refusal.</summary>
    public async Task<SignInResult> PasswordSignInAsync(Account? account, string name, string password)
    {
        if (account is { IsDisabled: false }) return await PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);

        await throttle.TakeAsync(account?.Id ?? SignInThrottle.PlaceOf(name));
        nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password);
        return SignInResult.Failed;
    }

    public override Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure) =>
        TryAsync(user, () => base.CheckPasswordSignInAsync(user, password, lockoutOnFailure));

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user ? await TryAsync(user, () => base.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)) : SignInResult.Failed;

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user ? await TryAsync(user, () => base.TwoFactorRecoveryCodeSignInAsync(recoveryCode)) : SignInResult.Failed;

    private async Task<SignInResult> TryAsync(Account user, Func<Task<SignInResult>> way)
    {
        if (!await throttle.TakeAsync(user.Id)) return SignInResult.LockedOut;

        var result = await way();
        if (result.Succeeded) await throttle.SucceededAsync(user.Id);
        return result;
    }
}
