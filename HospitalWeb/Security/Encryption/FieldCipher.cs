using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace HospitalWeb.Security.Encryption;

/// <summary>
/// AES-256-GCM with a new random nonce for each write. A field reads <c>e1:key:row, nonce, tag, text</c> and is sealed to its table, column, row and key:
/// in another column it does not open, and in another row it says whose it is.
/// </summary>
public static partial class FieldCipher
{
    public const int KeyIdLength = 8;
    private const string Version = "e1";
    private const int RowLength = 16, NonceLength = 12, TagLength = 16;

    public static string Seal(DataKeyInUse key, string place, Guid row, string text)
    {
        var sealedText = Seal(key.Bytes, Parts(Version, key.Id, place, row.ToString("N")), Encoding.UTF8.GetBytes(text));
        return $"{Version}:{key.Id}:{Base64Url.EncodeToString([.. row.ToByteArray(), .. sealedText])}";
    }

    /// <summary>The text and the row it was written for.</summary>
    public static (string Text, Guid Row) Open(string place, string field)
    {
        if (Fields().Match(field) is not { Success: true } match || match.Length != field.Length) throw new FieldTampered(place, null, $"{place} holds a text that this hospital did not encrypt.");

        var (id, bytes) = (match.Groups["key"].Value, Decode(match.Groups["rest"].Value, place));
        var row = new Guid(bytes.AsSpan(0, RowLength));
        var key = KeyRing.Find(id) ?? throw new FieldTampered(place, row, $"{place} of {row} names the key {id}, which is not in the key ring.");
        var text = Open(key, Parts(Version, id, place, row.ToString("N")), bytes.AsSpan(RowLength)) ?? throw new FieldTampered(place, row, $"{place} of {row} was changed in the database, or moved there from another column.");
        return (Encoding.UTF8.GetString(text), row);
    }

    /// <summary>Every encrypted field in a text or a JSON document.</summary>
    [GeneratedRegex("e1:(?<key>[a-z0-9]{8}):(?<rest>[A-Za-z0-9_-]+)")]
    public static partial Regex Fields();

    /// <summary>Each part with its length, so that no two lists of parts are the same bytes.</summary>
    public static byte[] Parts(params ReadOnlySpan<string> parts)
    {
        using var content = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            content.Write(length);
            content.Write(bytes);
        }

        return content.ToArray();
    }

    public static byte[] Seal(byte[] key, byte[] about, ReadOnlySpan<byte> secret)
    {
        var result = new byte[NonceLength + TagLength + secret.Length];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, secret, result.AsSpan(NonceLength + TagLength), result.AsSpan(NonceLength, TagLength), about);
        return result;
    }

    public static byte[]? Open(byte[] key, byte[] about, ReadOnlySpan<byte> secret)
    {
        if (secret.Length < NonceLength + TagLength) return null;

        var text = new byte[secret.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try { aes.Decrypt(secret[..NonceLength], secret[(NonceLength + TagLength)..], secret.Slice(NonceLength, TagLength), text, about); }
        catch (AuthenticationTagMismatchException) { return null; }

        return text;
    }

    private static byte[] Decode(string rest, string place)
    {
        var bytes = Base64Url.IsValid(rest) ? Base64Url.DecodeFromChars(rest) : [];
        return bytes.Length >= RowLength ? bytes : throw new FieldTampered(place, null, $"{place} holds a text that was cut off.");
    }
}

/// <summary>What lies in an encrypted column is not what this hospital wrote there. The row is the one found, or else the one that the field was written for.</summary>
public sealed class FieldTampered(string place, Guid? row, string message) : CryptographicException(message)
{
    public string Place => place;
    public Guid? Row => row;

    public static FieldTampered Moved(string place, Guid row, Guid from) => new(place, row, $"{place} of {row} holds the text of {from}: somebody moved it in the database.");
}
