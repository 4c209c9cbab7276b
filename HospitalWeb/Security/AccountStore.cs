using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>Identity's own store, except that whoever reads the table can use nothing of it: recovery codes lie there as hashes, the key of the authenticator app encrypted.</summary>
public sealed class AccountStore(HospitalContext db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserStore<Account, AccountRole, HospitalContext, Guid, IdentityUserClaim<Guid>, IdentityUserRole<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityRoleClaim<Guid>, IdentityUserPasskey<Guid>>(db, describer)
{
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => base.ReplaceCodesAsync(user, recoveryCodes.Select(HashOf), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) => base.RedeemCodeAsync(user, HashOf(code), cancellationToken);

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => base.SetAuthenticatorKeyAsync(user, KeysOf(user).Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? KeysOf(user).Unprotect(kept) : null;

    private IDataProtector KeysOf(Account user) => protection.CreateProtector("AuthenticatorKey", user.Id.ToString());

    // The codes are random and long enough that a hash without salt cannot be turned back.
    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
