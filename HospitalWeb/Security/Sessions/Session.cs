using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain;

namespace HospitalWeb.Security.Sessions;

/// <summary>
/// One sign-in on one device. The cookie carries a random key and this row only its hash: who reads the database cannot take a session over.
/// Nobody touched it for a while: it is locked until its user proves who he is. It ends when its user or an administrator says so, and at EndsAt at the latest.
/// </summary>
[NotAudited]
public sealed class Session
{
    public const int KeyHashLength = 32, DeviceMaxLength = 256, MethodMaxLength = 20, StampMaxLength = 64;

    public Guid Id { get; private set; }
    public required byte[] KeyHash { get; init; }
    public required Guid AccountId { get; init; }
    public Account Account { get; private set; } = null!;
    /// <summary>The account's security stamp at the start. A new password, another second factor, another role make a new stamp, and with it this session is over.</summary>
    public required string SecurityStamp { get; init; }
    /// <summary>How its user proved who he is, as RFC 8176 names it: pwd, mfa, hwk.</summary>
    public required string Method { get; init; }
    public required string Device { get; init; }
    public required string IpAddress { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    /// <summary>When a person last did something; what pages ask by themselves is nobody's activity.</summary>
    public required DateTimeOffset LastActiveAt { get; set; }
    /// <summary>When its user last proved who he is.</summary>
    public required DateTimeOffset AuthenticatedAt { get; set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
