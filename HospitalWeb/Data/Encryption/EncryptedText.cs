using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HospitalWeb.Data.Encryption;

/// <summary>Encrypts on the way to the database and opens on the way back. A text that is bound to no row is not written: so no query can compare an encrypted column with one.</summary>
internal sealed class EncryptedText(string place) : ValueConverter<string, string>(text => Sealed(place, text), field => Opened(place, field))
{
    private static string Sealed(string place, string text)
    {
        if (text.Length == 0) return "";

        var (row, key) = Binding.Of(text, place) is { Key: { } writing } found ? (found.Row, writing) : throw new InvalidOperationException($"{place} is encrypted: it is saved with its row, and neither searched nor compared.");
        return FieldCipher.Seal(key, place, row, text);
    }

    private static string Opened(string place, string field)
    {
        if (field.Length == 0) return "";

        var (text, row) = FieldCipher.Open(place, field);
        // A text of one letter may be one object for all who say it.
        var own = text.Length == 0 ? "" : new string(text.AsSpan());
        Binding.Bind(own, place, row, key: null);
        return own;
    }
}

public static class Encryption
{
    internal const string Annotation = "Encrypted";

    /// <summary>Unreadable in the database, its backups and its files; the length that people may write is checked where they write it.</summary>
    public static PropertyBuilder<T> Encrypted<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    public static ComplexTypePropertyBuilder<T> Encrypted<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    public static ComplexCollectionTypePropertyBuilder<T> Encrypted<T>(this ComplexCollectionTypePropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    /// <summary>Each text inside is encrypted by itself: the document stays one that the database can read.</summary>
    public static void EncryptTexts<T>(this ComplexPropertyBuilder<T> part) where T : notnull => part.Metadata.SetAnnotation(Annotation, true);

    public static void EncryptTexts<T>(this ComplexCollectionBuilder<T> part) where T : notnull => part.Metadata.SetAnnotation(Annotation, true);
}
