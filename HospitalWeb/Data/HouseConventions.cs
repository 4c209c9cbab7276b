using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HospitalWeb.Data;

/// <summary>What holds for every table, on both databases.</summary>
internal static class HouseConventions
{
    /// <summary>Text that is compared code by code, so that a beginning is a range of its index.</summary>
    public const string Ordinal = "C";

    public static void AddHouseConventions(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<string>().HaveMaxLength(200);
        conventions.Properties<decimal>().HavePrecision(19, 4);
        conventions.Properties<DateTimeOffset>().HaveConversion<Utc>().HavePrecision(6);
        conventions.Properties<Currency>().HaveConversion<CurrencyCode>().HaveMaxLength(3).AreUnicode(false).AreFixedLength();
        conventions.ComplexProperties<Money>();
        conventions.ComplexProperties<Stamp>();
        conventions.ComplexProperties<CodedConcept>();
        conventions.Conventions.Add(_ => VersionStamp.Instance);
    }

    public static void ApplyHouseConventions(this ModelBuilder model, bool sqlServer)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // Parts that their aggregate takes away itself are ClientCascade; to the database that is a restriction too.
            foreach (var key in entity.GetForeignKeys().Where(key => !key.IsOwnership && key.DeleteBehavior != DeleteBehavior.ClientCascade)) key.DeleteBehavior = DeleteBehavior.Restrict;
            foreach (var text in entity.GetProperties().Where(text => sqlServer && text.GetCollation() == Ordinal)) text.SetCollation("Latin1_General_100_BIN2");
            foreach (var part in entity.GetComplexProperties()) SizeParts(part);
            EncryptedShape.Apply(entity, entity.ClrType.Name);

            if (entity.ClrType.IsAssignableTo(typeof(INumbered))) NumberFromSequence(model, entity, sqlServer);
            if (entity.ClrType.IsAssignableTo(typeof(IImported))) ImportOnlyOnce(entity);
        }
    }

    // PostgreSQL keeps instants, not offsets, and refuses any offset but zero.
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

    private sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, code => new Currency(code.TrimEnd()));

    private static void SizeParts(IMutableComplexProperty part)
    {
        if (part.ComplexType.ClrType == typeof(CodedConcept)) part.ComplexType.FindProperty(nameof(CodedConcept.Display))!.SetMaxLength(CodedConcept.DisplayMaxLength);
    }

    private static void NumberFromSequence(ModelBuilder model, IMutableEntityType entity, bool sqlServer)
    {
        var sequence = $"{entity.ClrType.Name}Numbers";
        model.HasSequence<int>(sequence);
        var number = entity.FindProperty(nameof(INumbered.Number))!;
        number.ValueGenerated = ValueGenerated.OnAdd;
        number.SetDefaultValueSql(sqlServer ? $"NEXT VALUE FOR [{sequence}]" : $"nextval('\"{sequence}\"')");
        entity.AddIndex(number).IsUnique = true;
    }

    // An index on a nullable column skips what was made here.
    private static void ImportOnlyOnce(IMutableEntityType entity)
    {
        var source = entity.FindProperty(nameof(IImported.ImportedFrom))!;
        source.SetMaxLength(IImported.ImportedFromMaxLength);
        var once = entity.AddIndex(source);
        once.IsUnique = true;
        once.SetFilter($"\"{nameof(IImported.ImportedFrom)}\" IS NOT NULL");
    }
}
