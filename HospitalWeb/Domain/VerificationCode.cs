using System.Buffers.Text;
using System.Security.Cryptography;

namespace HospitalWeb.Domain;

/// <summary>The unguessable code behind the QR square on a printed sheet: 128 random bits in letters that fit an address.</summary>
public static class VerificationCode
{
    public const int MaxLength = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
