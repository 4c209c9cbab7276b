using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace HospitalWeb.Domain.Encounters;

/// <summary>The fingerprint of a signed text: what it says, at which visit, who signed it when, and the version it follows.</summary>
public static class NoteHash
{
    public static string Of(Guid encounterId, SoapNote content, Stamp signed, string? former)
    {
        // Databases keep microseconds; the clock counts finer.
        var at = new DateTimeOffset(signed.At.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var text = JsonSerializer.SerializeToUtf8Bytes(new { encounterId, content, signed.AccountId, signed.Name, at = at.ToString("O", CultureInfo.InvariantCulture), former });
        return Convert.ToHexStringLower(SHA256.HashData(text));
    }
}
