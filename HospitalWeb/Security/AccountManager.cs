using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Security;

/// <summary>Identity's own manager, except that a key which is not in use yet changes nothing about how one signs in, and so ends no session.</summary>
public sealed class AccountManager(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> users, IEnumerable<IPasswordValidator<Account>> passwords,
    ILookupNormalizer normalizer, IdentityErrorDescriber describer, IServiceProvider services, ILogger<UserManager<Account>> logger)
    : UserManager<Account>(store, options, hasher, users, passwords, normalizer, describer, services, logger)
{
    public override async Task<IdentityResult> ResetAuthenticatorKeyAsync(Account user)
    {
        if (user.TwoFactorEnabled) return await base.ResetAuthenticatorKeyAsync(user);

        await ((IUserAuthenticatorKeyStore<Account>)Store).SetAuthenticatorKeyAsync(user, GenerateNewAuthenticatorKey(), CancellationToken);
        return await UpdateUserAsync(user);
    }
}
