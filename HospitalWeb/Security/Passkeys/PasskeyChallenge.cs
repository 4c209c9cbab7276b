using HospitalWeb.Domain;

namespace HospitalWeb.Security.Passkeys;

/// <summary>What a passkey is asked to sign. It is held here, and good for one answer within five minutes, from the browser, the account and for the purpose it was made for.</summary>
[NotAudited]
public sealed class PasskeyChallenge
{
    public const int HashLength = 32, StateMaxLength = 4000;
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    /// <summary>SHA-256 of the challenge.</summary>
    public required byte[] Hash { get; init; }
    /// <summary>SHA-256 of the browser's own key, the purpose and the account.</summary>
    public required byte[] HolderHash { get; init; }
    /// <summary>What the answer is compared with, as Identity writes it.</summary>
    public required string State { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
}
