using System.Text.Json;

namespace HospitalWeb.Interop.Fhir;

/// <summary>One FHIR resource as it stands in a file. <see cref="Place"/> is its position there, from which its line is found when it turns out to be wrong.</summary>
internal sealed record Resource(string Type, string? FullUrl, JsonElement Json, int Place)
{
    public string? Id => Json.Text("id");

    public static Resource? Of(JsonElement json, string? fullUrl, int place) =>
        json.ValueKind == JsonValueKind.Object && json.Text("resourceType") is { Length: > 0 } type ? new(type, fullUrl, json, place) : null;

    // The same JSON text may stand in a file twice; each is still its own resource.
    public bool Equals(Resource? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
