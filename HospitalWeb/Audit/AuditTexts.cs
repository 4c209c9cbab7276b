using System.Text.Json.Nodes;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HospitalWeb.Audit;

/// <summary>
/// What is encrypted in its table is encrypted in the trail: the chain is over the ciphertext, which opens only in an entry about the same property of the same row.
/// </summary>
public static class AuditTexts
{
    internal static JsonNode? Seal(EntityEntry row, string property, JsonNode? value) => value is null ? null
        : FieldCipher.Seal(KeyRing.Of(row.Context).Current(KeyPurpose.Audit), Place(row.Metadata.ClrType.Name, property), (Guid)row.Property("Id").CurrentValue!, value is JsonValue ? value.ToString() : value.ToJsonString());

    /// <summary>The changes as those may read them who may see the entry.</summary>
    public static JsonObject Opened(this AuditEntry entry)
    {
        var changes = JsonNode.Parse(entry.Changes ?? "{}")!.AsObject();
        foreach (var (property, change) in changes.ToList())
            foreach (var side in (string[])["before", "after"])
                if (change is JsonObject sides && sides[side] is JsonValue value && value.TryGetValue<string>(out var text) && IsSealed(text)) sides[side] = Open(entry, property, text);
        return changes;
    }

    private static string Open(AuditEntry entry, string property, string field)
    {
        var (text, row) = FieldCipher.Open(Place(entry.EntityType, property), field);
        return row.ToString() == entry.EntityId ? text : throw new FieldTampered(Place(entry.EntityType, property), row, $"Entry {entry.Sequence} holds a text about {row}.");
    }

    private static bool IsSealed(string text) => FieldCipher.Fields().Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length;

    private static string Place(string type, string property) => $"AuditEntry.{type}.{property}";
}
