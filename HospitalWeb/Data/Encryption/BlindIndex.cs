using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encryption;

/// <summary>
/// Finds an encrypted text by a keyed hash of what it says, cut to 64 bits, in a column beside it. Equal texts have equal hashes: that is all the database learns.
/// Each column has a key of its own, which stays when the data keys change. Whoever searches looks at what he found in the clear.
/// </summary>
public sealed record BlindIndex(Type Row, string Property, string Column, Func<string, string?> Normal)
{
    public const string IdentifierColumn = "ValueIndex", PhoneColumn = "PhoneIndex", PhoneEndColumn = "PhoneEndIndex";

    public static readonly BlindIndex Identifier = new(typeof(PatientIdentifier), nameof(PatientIdentifier.Value), IdentifierColumn, PatientIdentifier.Plain);
    public static readonly BlindIndex Phone = new(typeof(Patient), nameof(Patient.Phone), PhoneColumn, PhoneDigits.LineOf);
    public static readonly BlindIndex PhoneEnd = new(typeof(Patient), nameof(Patient.Phone), PhoneEndColumn, PhoneDigits.EndingOf);
    private static readonly BlindIndex[] All = [Identifier, Phone, PhoneEnd];

    public long? Of(DbContext db, string? text)
    {
        if (text is null || Normal(text) is not { } normal) return null;

        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, KeyRing.Of(db).Current(KeyPurpose.Index).Bytes, KeyFile.Length, info: FieldCipher.Parts(Row.Name, Column));
        return BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(normal)));
    }

    public static void Fill(EntityEntry row)
    {
        foreach (var index in All.Where(index => index.Row == row.Metadata.ClrType))
            row.Property(index.Column).CurrentValue = index.Of(row.Context, (string?)row.Property(index.Property).CurrentValue);
    }

    public static bool Is(IReadOnlyPropertyBase property) => Array.Exists(All, index => index.Row == property.DeclaringType.ClrType && index.Column == property.Name);
}

internal static class BlindIndexMapping
{
    public static void FoundBy<T>(this EntityTypeBuilder<T> row, BlindIndex index) where T : class
    {
        row.Property<long?>(index.Column);
        row.HasIndex(index.Column);
    }
}
