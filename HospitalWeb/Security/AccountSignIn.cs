using System.Security.Claims;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Passwords;
using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

/// <summary>Identity's sign-in behind one throttle: every way in takes a try of its account first, and gives them back once its owner is in.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, PasswordHashing hashing, SignInThrottle throttle,
    PasskeyCeremony passkeys, HospitalContext db)
    : SignInManager<Account>(accounts, http, claims, options, logger, schemes, confirmation)
{
    /// <summary>Signs in by name and password. Whoever the name belongs to, and whether to anybody, cannot be told from a refusal.</summary>
    public async Task<SignInResult> PasswordSignInAsync(Account? account, string name, string password)
    {
        if (account is { MaySignIn: true, PasswordHash: not null })
        {
            var result = await PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
            // Not before the second factor is there too: else the password alone would give its thief as many guesses at the code as he likes.
            if (result.Succeeded) await throttle.SucceededAsync(account.Id);
            return result;
        }

        await throttle.TakeAsync(account?.Id ?? SignInThrottle.PlaceOf(name));
        hashing.VerifyNobodys(password);
        return SignInResult.Failed;
    }

    public override Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure) =>
        TryAsync(user, () => base.CheckPasswordSignInAsync(user, password, lockoutOnFailure), () => hashing.VerifyNobodys(password));

    /// <summary>Whoever is signed in proves once more that he knows the password of this account; a wrong one is written down with what it was for.</summary>
    public async Task<bool> ProvesPasswordAsync(Account account, string password, string otherwise)
    {
        var result = await CheckPasswordSignInAsync(account, password, lockoutOnFailure: false);
        if (result.Succeeded) await throttle.SucceededAsync(account.Id);
        else await SignInAudit.WriteFailedAsync(Context, account, $"{(result.IsLockedOut ? "The account is locked for a while" : "The password is wrong")}; {otherwise}");
        return result.Succeeded;
    }

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user ? await SecondAsync(user, "code of the app", () => base.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)) : SignInResult.Failed;

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user ? await SecondAsync(user, "recovery code", () => base.TwoFactorRecoveryCodeSignInAsync(recoveryCode)) : SignInResult.Failed;

    /// <summary>
    /// Whose passkey this is, if anybody's, and whether he has proven it. Tries are counted under the passkey and not under the account:
    /// whoever guesses at a password cannot shut out the one who holds the key.
    /// </summary>
    public async Task<(Account? Owner, bool IsProven)> CheckPasskeyAsync(string? credential, Account? asked = null)
    {
        var answer = PasskeyAnswer.Read(credential);
        var owner = answer is null ? null : await UserManager.FindByPasskeyIdAsync(answer.CredentialId);
        var place = owner is null ? SignInThrottle.PlaceOf(credential ?? "") : answer!.Place;
        if (!await throttle.TakeAsync(place) || owner is not { MaySignIn: true } || await passkeys.ReadProofAsync(owner, asked, answer!, credential!) is not { } used) return (owner, false);

        await UserManager.AddOrUpdatePasskeyAsync(owner, used);
        await throttle.SucceededAsync(place);
        return (owner, true);
    }

    /// <summary>A passkey is something one has, and opens only to its owner's finger, face or PIN: it is both factors at once.</summary>
    public Task SignInByPasskeyAsync(Account owner) => SignInWithClaimsAsync(owner, isPersistent: false, [new Claim(SessionCookie.MethodClaim, "hwk")]);

    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        if (await CheckPasskeyAsync(credentialJson) is not { Owner: { } owner, IsProven: true }) return SignInResult.Failed;

        await SignInByPasskeyAsync(owner);
        return SignInResult.Success;
    }

    /// <summary>Who has chosen passkeys as the second factor his role needs is not let in by the first alone: a recovery code may stand for a passkey that is lost.</summary>
    public override async Task<bool> IsTwoFactorEnabledAsync(Account user) => await base.IsTwoFactorEnabledAsync(user) || !user.TwoFactorEnabled && await db.NeedsPasskeyAsync(user.Id);

    private async Task<SignInResult> SecondAsync(Account user, string what, Func<Task<SignInResult>> way)
    {
        var result = await TryAsync(user, way);
        if (result.Succeeded) await throttle.SucceededAsync(user.Id);
        else await SignInAudit.WriteFailedAsync(Context, user, result.IsLockedOut ? "The account is locked for a while." : $"The password is right, the {what} is wrong.");
        return result;
    }

    private async Task<SignInResult> TryAsync(Account user, Func<Task<SignInResult>> way, Action? asLong = null)
    {
        if (await throttle.TakeAsync(user.Id)) return await way();

        asLong?.Invoke();
        return SignInResult.LockedOut;
    }
}
