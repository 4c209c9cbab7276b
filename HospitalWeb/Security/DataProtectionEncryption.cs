using System.Text;
using System.Xml.Linq;
using HospitalWeb.Security.Encryption;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace HospitalWeb.Security;

/// <summary>The secret part of a key that signs cookies is wrapped by the master key before it reaches the table.</summary>
public sealed class DataProtectionEncryptor(MasterKey master) : IXmlEncryptor
{
    internal const string Use = "data protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("masterKey", Convert.ToBase64String(master.Wrap(Use, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))), typeof(DataProtectionDecryptor));
}

public sealed class DataProtectionDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        services.GetRequiredService<MasterKey>().Unwrap(DataProtectionEncryptor.Use, Convert.FromBase64String(encryptedElement.Value)) is { } xml
            ? XElement.Parse(Encoding.UTF8.GetString(xml))
            : throw new InvalidOperationException("The master key does not open the keys that sign cookies: Encryption:MasterKey (or keys/master.key) is another hospital's.");
}
