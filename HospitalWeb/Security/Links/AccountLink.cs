using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain;

namespace HospitalWeb.Security.Links;

public enum LinkPurpose { Invitation, PasswordReset, EmailChange }

/// <summary>
/// A letter's link: opens one deed of one account once, for a while, and not after its password or its address has changed.
/// The letter holds a random token and this row only its hash.
/// </summary>
public sealed class AccountLink
{
    public const int HashLength = 32, TokenBytes = 32;

    public Guid Id { get; private set; }
    public required Guid AccountId { get; init; }
    public Account Account { get; private set; } = null!;
    public required LinkPurpose Purpose { get; init; }
    [Secret] public required byte[] TokenHash { get; init; }
    /// <summary>What the account's password and address were when it was made.</summary>
    [Secret] public required byte[] Of { get; init; }
    /// <summary>The address that a change of address is to prove.</summary>
    public string? NewEmail { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static TimeSpan LifeOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? TimeSpan.FromHours(72) : TimeSpan.FromMinutes(60);

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static byte[] StateOf(Account account) => SHA256.HashData(Encoding.UTF8.GetBytes($"{account.PasswordHash}\n{account.NormalizedEmail}"));

    public bool Opens(DateTimeOffset now) => UsedAt is null && now < EndsAt && !Account.IsDisabled && Of.AsSpan().SequenceEqual(StateOf(Account));
}
