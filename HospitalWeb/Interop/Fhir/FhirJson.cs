using System.Globalization;
using System.Text.Json;
using HospitalWeb.Domain;

namespace HospitalWeb.Interop.Fhir;

/// <summary>How FHIR writes things down: where a field may be missing, single or a list, and dates may be known to the year only.</summary>
internal static class FhirJson
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    extension(JsonElement json)
    {
        public JsonElement? Get(params ReadOnlySpan<string> path)
        {
            var found = json;
            foreach (var name in path)
            {
                if (found.ValueKind == JsonValueKind.Array)
                {
                    if (found.GetArrayLength() == 0) return null;
                    found = found[0];
                }
                if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found)) return null;
            }
            return found.ValueKind == JsonValueKind.Null ? null : found;
        }

        /// <summary>The text at the path; of a list on the way, its first.</summary>
        public string? Text(params ReadOnlySpan<string> path)
        {
            if (json.Get(path) is not { } found) return null;
            if (found.ValueKind == JsonValueKind.Array) found = found.EnumerateArray().FirstOrDefault();
            return found.ValueKind switch
            {
                JsonValueKind.String => Clean(found.GetString()!),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => found.GetRawText(),
                _ => null,
            };
        }

        public string? Text(int maxLength, params ReadOnlySpan<string> path) => json.Text(path) is { } text ? text.Length > maxLength ? text[..maxLength] : text : null;

        public IEnumerable<JsonElement> All(string name) => json.Get(name) is not { } found ? [] : found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [found];

        public decimal? Number(params ReadOnlySpan<string> path) => json.Get(path) is not { } found ? null
            : found.ValueKind == JsonValueKind.Number && found.TryGetDecimal(out var number) ? number
            : throw new Malformed($"{path[^1]} “{found}” is not a number.");

        /// <summary>The moment meant; a date alone is its first moment in <paramref name="zone"/>.</summary>
        public DateTimeOffset? At(TimeZoneInfo zone, params ReadOnlySpan<string> path)
        {
            if (json.Text(path) is not { } text) return null;
            if (text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return at.ToUniversalTime();
            if (!TryDate(text, out var date)) throw new Malformed($"{path[^1]} “{text}” is not a date.");

            var midnight = date.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
        }

        public DateOnly? Date(params ReadOnlySpan<string> path) => json.Text(path) is not { } text ? null
            : TryDate(text.Length > 10 ? text[..10] : text, out var date) ? date
            : throw new Malformed($"{path[^1]} “{text}” is not a date.");

        /// <summary>A CodeableConcept: its first coding with the words shown, or its words alone.</summary>
        public CodedConcept? Concept(params ReadOnlySpan<string> path)
        {
            if (json.Get(path) is not { } concept) return null;

            var words = concept.Text(CodedConcept.DisplayMaxLength, "text");
            foreach (var coding in concept.All("coding"))
                if (Coding(coding, words) is { } coded) return coded;
            return words is null ? null : new("", "", words);
        }

        public bool IsOneOf(string name, string code) => json.All(name).SelectMany(concept => concept.All("coding")).Any(coding => coding.Text("code") == code);

        public TEnum? Enum<TEnum>(IReadOnlyDictionary<string, TEnum> words, params ReadOnlySpan<string> path) where TEnum : struct =>
            json.Text(path) is not { } code ? null : words.TryGetValue(code, out var meant) ? meant : throw new Malformed($"{path[^1]} “{code}” is not known to FHIR.");
    }

    /// <summary>Of a FHIR date only the year, or the year and the month, may be known.</summary>
    public static bool IsWholeDate(string? date) => date?.Length >= 10;

    private static CodedConcept? Coding(JsonElement coding, string? words) =>
        coding.Text(CodedConcept.SystemMaxLength, "system") is { } system && coding.Text("code") is { Length: <= CodedConcept.CodeMaxLength } code
            ? new(system, code, coding.Text(CodedConcept.DisplayMaxLength, "display") ?? words ?? code)
            : null;

    private static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string Clean(string text) => text.Replace("\u200B", "", StringComparison.Ordinal).Trim();
}
