using System.Security.Cryptography;

namespace HospitalWeb.Security.Encryption;

/// <summary>Opens the keys that lie in the database: Encryption:MasterKey, or keys/master.key. Whoever loses it loses every encrypted field.</summary>
public sealed class MasterKey(IConfiguration settings, IHostEnvironment host)
{
    private readonly KeyFile file = new(settings, host, "Encryption:MasterKey", "master.key");

    public int Length => file.Bytes.Length;
    public bool IsConfigured => file.IsConfigured;
    public bool IsReadableByOthers => file.IsReadableByOthers;
    public bool IsSample => file.Bytes.Distinct().Count() < KeyFile.Length / 4;

    public byte[] Wrap(string use, byte[] secret) => FieldCipher.Seal(KeyFor(use), FieldCipher.Parts(use), secret);

    /// <summary>Null when another master key wrapped it, or for another use, or when it was changed.</summary>
    public byte[]? Unwrap(string use, byte[] wrapped) => FieldCipher.Open(KeyFor(use), FieldCipher.Parts(use), wrapped);

    private byte[] KeyFor(string use)
    {
        if (IsReadableByOthers) throw new InvalidOperationException($"The master key's file {file.File} can be read by others: take their permission away (chmod 600).");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, file.Bytes, KeyFile.Length, info: System.Text.Encoding.UTF8.GetBytes(use));
    }
}
