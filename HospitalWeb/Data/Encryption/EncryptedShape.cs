using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Encryption;

/// <summary>Where in a row its encrypted texts are.</summary>
internal sealed record EncryptedShape(IReadOnlyList<PropertyInfo> Way, PropertyInfo Property, string Place)
{
    private static readonly ConcurrentDictionary<IReadOnlyEntityType, IReadOnlyList<EncryptedShape>> Known = [];

    public static IReadOnlyList<EncryptedShape> Of(IReadOnlyEntityType entity) => Known.GetOrAdd(entity, e => [.. In(e, e.ClrType.Name, [])]);

    /// <summary>The text itself, or a list that holds such texts.</summary>
    public static bool IsEncrypted(IReadOnlyPropertyBase property) =>
        property.FindAnnotation(Encryption.Annotation) is not null || property is IReadOnlyComplexProperty part && part.ComplexType.GetProperties().Any(IsEncrypted);

    /// <summary>Each text with the object it stands in.</summary>
    public IEnumerable<(object Owner, string Text)> TextsOf(object row)
    {
        foreach (var owner in Owners(row, 0))
            if (Property.GetValue(owner) is string { Length: > 0 } text) yield return (owner, text);
    }

    private IEnumerable<object> Owners(object from, int step)
    {
        if (step == Way.Count) return [from];
        return Way[step].GetValue(from) switch
        {
            null => [],
            IEnumerable list => list.Cast<object>().SelectMany(one => Owners(one, step + 1)),
            var part => Owners(part, step + 1),
        };
    }

    // All texts of a JSON document lie in one column.
    private static IEnumerable<EncryptedShape> In(IReadOnlyTypeBase type, string place, PropertyInfo[] way, bool isJson = false)
    {
        foreach (var property in type.GetProperties().Where(IsEncrypted)) yield return new(way, property.PropertyInfo!, isJson ? place : $"{place}.{property.Name}");

        foreach (var part in type.GetComplexProperties())
            foreach (var inside in In(part.ComplexType, isJson ? place : $"{place}.{part.Name}", [.. way, part.PropertyInfo!], isJson || part.ComplexType.IsMappedToJson()))
                yield return inside;
    }

    /// <summary>Gives every marked text its converter and a column that is long enough.</summary>
    public static void Apply(IMutableTypeBase type, string place, bool all = false, bool isJson = false)
    {
        foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(string) && (all || IsEncrypted(p))))
        {
            property.SetAnnotation(Encryption.Annotation, true);
            property.SetValueConverter(new EncryptedText(isJson ? place : $"{place}.{property.Name}"));
            property.SetMaxLength(-1);
        }

        foreach (var part in type.GetComplexProperties())
            Apply(part.ComplexType, isJson ? place : $"{place}.{part.Name}", all || part.FindAnnotation(Encryption.Annotation) is not null, isJson || part.ComplexType.IsMappedToJson());
    }
}
