using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace HospitalWeb.Security.Passkeys;

/// <summary>What a browser's answer says of itself before anything of it is proven: which passkey it is, and which challenge it signed.</summary>
public sealed record PasskeyAnswer(byte[] CredentialId, byte[] Challenge)
{
    public const int MaxLength = 20_000;

    /// <summary>Where tries of this passkey are counted.</summary>
    public Guid Place => new(SHA256.HashData(CredentialId).AsSpan(0, 16));

    public static PasskeyAnswer? Read(string? json)
    {
        if (json is not { Length: > 0 and <= MaxLength }) return null;

        try
        {
            var credential = JsonSerializer.Deserialize<Credential>(json, JsonSerializerOptions.Web);
            var signed = JsonSerializer.Deserialize<ClientData>(Base64Url.DecodeFromChars(credential?.Response?.ClientDataJSON), JsonSerializerOptions.Web);
            return new(Base64Url.DecodeFromChars(credential?.Id), Base64Url.DecodeFromChars(signed?.Challenge));
        }
        catch (Exception nonsense) when (nonsense is JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Credential(string? Id, Response? Response);

    private sealed record Response(string? ClientDataJSON);

    private sealed record ClientData(string? Challenge);
}
