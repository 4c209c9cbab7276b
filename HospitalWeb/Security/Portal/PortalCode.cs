using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain;

namespace HospitalWeb.Security.Portal;

/// <summary>Handed to a patient at the desk, who opens an account at the portal with it. It is shown once; this row holds its hash. A new one voids the one before.</summary>
public sealed class PortalCode
{
    public const int HashLength = 32, Letters = 12;
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    public Guid Id { get; private set; }
    public required Guid PatientId { get; init; }
    [Secret] public required byte[] CodeHash { get; init; }
    public required Stamp Made { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>60 random bits, without letters that look alike on paper.</summary>
    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", Letters);

    public static byte[] HashOf(string typed) => SHA256.HashData(Encoding.UTF8.GetBytes([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));

    public bool Opens(DateTimeOffset now) => UsedAt is null && VoidedAt is null && now < EndsAt;

    public void Void(DateTimeOffset now) => VoidedAt ??= now;

    public void Use(DateTimeOffset now)
    {
        BrokenRule.When(!Opens(now), "This code has been used or is too old.");
        UsedAt = now;
    }
}
