using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Audit;

/// <summary>What a save does to one row, property by property: <c>{"Phone":{"before":"1","after":"2"}}</c>.</summary>
internal static class RowChanges
{
    private const string Kept = "(not kept)";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private static readonly HashSet<string> Bookkeeping = ["Version", "ConcurrencyStamp"];
    private static readonly HashSet<string> IdentitySecrets = ["PasswordHash", "SecurityStamp", "Value", "ProviderKey", "CredentialId"];

    public static string? Of(EntityEntry row, EntityState state)
    {
        var changes = new JsonObject();
        Add(changes, "", row.Properties, row.ComplexProperties, row.ComplexCollections, row, state);
        return changes.Count == 0 ? null : changes.ToJsonString();
    }

    private static void Add(JsonObject changes, string prefix, IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> parts,
        IEnumerable<ComplexCollectionEntry> lists, EntityEntry row, EntityState state)
    {
        foreach (var property in properties.Where(p => !Bookkeeping.Contains(p.Metadata.Name) && !p.Metadata.IsPrimaryKey() && !BlindIndex.Is(p.Metadata)))
            Put(changes, prefix + property.Metadata.Name, property.Metadata, row, state,
                state == EntityState.Added ? null : Plain(property.Metadata, property.OriginalValue),
                state == EntityState.Deleted ? null : Plain(property.Metadata, property.CurrentValue));

        foreach (var part in parts)
            Add(changes, $"{prefix}{part.Metadata.Name}.", part.Properties, part.ComplexProperties, part.ComplexCollections, row, state);

        foreach (var list in lists)
            Put(changes, prefix + list.Metadata.Name, list.Metadata, row, state,
                state == EntityState.Added ? null : Plain(row.OriginalValues[list.Metadata]),
                state == EntityState.Deleted ? null : Plain(list.CurrentValue));
    }

    private static void Put(JsonObject changes, string name, IPropertyBase property, EntityEntry row, EntityState state, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after)) return;

        var secret = IdentitySecrets.Contains(property.Name) || property.PropertyInfo?.GetCustomAttribute<SecretAttribute>() is not null;
        if (EncryptedShape.IsEncrypted(property)) (before, after) = (AuditTexts.Seal(row, name, before), AuditTexts.Seal(row, name, after));
        var change = new JsonObject();
        if (state != EntityState.Added) change["before"] = secret && before is not null ? Kept : before;
        if (state != EntityState.Deleted) change["after"] = secret && after is not null ? Kept : after;
        changes[name] = change;
    }

    private static JsonNode? Plain(IProperty property, object? value) =>
        Plain(value is not null && !EncryptedShape.IsEncrypted(property) && property.GetTypeMapping().Converter is { } converter && value is not System.Collections.IList ? converter.ConvertToProvider(value) : value);

    private static JsonNode? Plain(object? value) => value switch
    {
        null => null,
        byte[] bytes => $"({bytes.Length} bytes)",
        _ => JsonSerializer.SerializeToNode(value, Json),
    };
}
