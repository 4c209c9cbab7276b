using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Security.Passkeys;

/// <summary>Asks a browser to make a passkey or to prove one, and reads its answer. Identity would keep the challenge in a cookie, where it could be answered again and again; here the database keeps it.</summary>
public sealed class PasskeyCeremony(IPasskeyHandler<Account> passkeys, PasskeyChallenges challenges, IHttpContextAccessor http)
{
    private HttpContext Http => http.HttpContext!;

    public async Task<string> AskForNewAsync(Account account)
    {
        var asked = await passkeys.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName }, Http);
        await challenges.KeepAsync(asked.CreationOptionsJson, asked.AttestationState!, MakingOf(account));
        return asked.CreationOptionsJson;
    }

    /// <summary>The passkey that the browser has made for this account; null when the answer is to another question.</summary>
    public async Task<UserPasskeyInfo?> ReadNewAsync(Account account, string? credential)
    {
        if (PasskeyAnswer.Read(credential) is not { } answer || await challenges.TakeAsync(answer, MakingOf(account)) is not { } state) return null;

        var made = await passkeys.PerformAttestationAsync(new() { CredentialJson = credential!, AttestationState = state, HttpContext = Http });
        return made.Succeeded && made.UserEntity.Id == account.Id.ToString() ? made.Passkey : null;
    }

    /// <summary>Asks for a passkey of this account, or for any: its owner then says whose it is.</summary>
    public async Task<string> AskForProofAsync(Account? account)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(account, Http);
        await challenges.KeepAsync(asked.RequestOptionsJson, asked.AssertionState!, ProofOf(account));
        return asked.RequestOptionsJson;
    }

    /// <summary>Whether the passkey's owner holds it: the passkey as it is after this use, or null.</summary>
    public async Task<UserPasskeyInfo?> ReadProofAsync(Account owner, Account? asked, PasskeyAnswer answer, string credential)
    {
        if (await challenges.TakeAsync(answer, ProofOf(asked)) is not { } state) return null;

        var proof = await passkeys.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = state, HttpContext = Http });
        return proof.Succeeded && proof.User.Id == owner.Id ? proof.Passkey : null;
    }

    private static string MakingOf(Account account) => $"make {account.Id}";

    private static string ProofOf(Account? account) => $"prove {account?.Id}";
}
