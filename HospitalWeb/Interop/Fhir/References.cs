using System.Text.Json;

namespace HospitalWeb.Interop.Fhir;

/// <summary>
/// Whom a reference means, and under which key (<see cref="Domain.IImported.ImportedFrom"/>) that one is kept.
/// References come as urn:uuid:…, as Patient/1 (also with a server before or a version behind), as #contained, as Practitioner?identifier=system|value, or as a bare identifier.
/// </summary>
internal sealed class References(IEnumerable<Resource> resources, string source)
{
    // A practitioner is written out again in every patient's file, and others' files mean the one of that number.
    private static readonly string[] KnownByNumber = ["Practitioner", "Organization"];

    private readonly Dictionary<string, Resource> here = Names(resources);

    public string KeyOf(Resource resource)
    {
        if (KnownByNumber.Contains(resource.Type) && resource.Json.Get("identifier") is not null && NumberIn(resource.Json, "identifier") is { } number) return Short(number);
        return Short(resource.FullUrl is { } url && IsAbsolute(url) ? url : resource.Id is { } id ? KeyOf(resource.Type, id) : throw new Skip("it has no id"));
    }

    /// <summary>The resource meant, when it stands in the same file or inside <paramref name="from"/>.</summary>
    public Resource? Here(Resource from, JsonElement reference)
    {
        if (reference.Text("reference") is not { } text) return null;
        if (text.StartsWith('#')) return from.Json.All("contained").FirstOrDefault(part => part.Text("id") == text[1..]) is { ValueKind: JsonValueKind.Object } part ? Resource.Of(part, null, from.Place) : null;
        return here.GetValueOrDefault(Unversioned(text)) ?? here.GetValueOrDefault(Absolute(from, Unversioned(text)));
    }

    /// <summary>The key of the one meant, whether it stands here or was imported before.</summary>
    public string? KeyOf(Resource from, JsonElement reference)
    {
        if (Here(from, reference) is { } found) return KeyOf(found);
        if (reference.Text("reference") is not { } text) return NumberIn(reference, "identifier") is { } number ? Short(number) : null;
        if (text.IndexOf("?identifier=", StringComparison.Ordinal) is var query and >= 0) return Short(Uri.UnescapeDataString(text[(query + "?identifier=".Length)..]));
        if (text.StartsWith('#')) return null;

        var absolute = Absolute(from, Unversioned(text));
        if (IsAbsolute(absolute)) return Short(absolute);
        var parts = absolute.Split('/');
        return parts.Length == 2 ? Short(KeyOf(parts[0], parts[1])) : null;
    }

    private static Dictionary<string, Resource> Names(IEnumerable<Resource> resources)
    {
        var names = new Dictionary<string, Resource>();
        foreach (var resource in resources)
        {
            if (resource.FullUrl is { } url) names.TryAdd(url, resource);
            if (resource.Id is { } id) names.TryAdd($"{resource.Type}/{id}", resource);
            foreach (var identifier in resource.Json.All("identifier"))
                if (Number(identifier) is { } number) names.TryAdd($"{resource.Type}?identifier={number}", resource);
        }
        return names;
    }

    // A UUID means the same everywhere; any other id only where it was given out.
    private string KeyOf(string type, string id) => Guid.TryParse(id, out _) ? $"urn:uuid:{id}" : $"{source}/{type}/{id}";

    private static string? NumberIn(JsonElement json, string name) => json.Get(name) is null ? null : json.All(name).Select(Number).FirstOrDefault(number => number is not null);

    private static string? Number(JsonElement identifier) =>
        identifier.Text("system") is { Length: > 0 } system && identifier.Text("value") is { Length: > 0 } value ? $"{system}|{value}" : null;

    private static string Unversioned(string text) => text.IndexOf("/_history/", StringComparison.Ordinal) is var version and >= 0 ? text[..version] : text;

    private static string Absolute(Resource from, string text)
    {
        if (IsAbsolute(text) || from.FullUrl is not { } url || !url.StartsWith("http", StringComparison.Ordinal)) return text;
        var server = url.LastIndexOf($"/{from.Type}/", StringComparison.Ordinal);
        return server < 0 ? text : $"{url[..server]}/{text}";
    }

    private static bool IsAbsolute(string url) => url.StartsWith("urn:", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);

    private static string Short(string key) => key.Length <= Domain.IImported.ImportedFromMaxLength ? key
        : $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))}";
}
