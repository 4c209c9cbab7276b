using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace HospitalWeb.Areas.Identity.Pages.Account.Manage.Passkeys;

internal static class OwnPasskey
{
    /// <summary>A passkey of whoever is signed in. Somebody else's is not found.</summary>
    public static async Task<(Security.Account Account, UserPasskeyInfo Passkey)?> OwnPasskeyAsync(this UserManager<Security.Account> accounts, ClaimsPrincipal user, string id)
    {
        if (await accounts.GetUserAsync(user) is not { } account) return null;

        var own = (await accounts.GetPasskeysAsync(account)).SingleOrDefault(key => WebEncoders.Base64UrlEncode(key.CredentialId) == id);
        return own is null ? null : (account, own);
    }
}
