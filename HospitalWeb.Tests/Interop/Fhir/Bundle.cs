using System.Text.Json.Nodes;

namespace HospitalWeb.Tests.Interop.Fhir;

/// <summary>FHIR as other systems write it, in small.</summary>
internal static class Bundle
{
    public const string Npi = "http://hl7.org/fhir/sid/us-npi";

    public static string Of(params string[] resources) => OfKind("transaction", resources);

    public static string OfKind(string kind, params string[] resources) =>
        $$"""
        { "resourceType": "Bundle", "type": "{{kind}}", "entry": [
        {{string.Join(",\n", resources.Select(Entry))}}
        ] }
        """;

    public static string Id() => Guid.NewGuid().ToString();

    public static string Patient(string id, string more = "") => $$"""
        {"resourceType":"Patient","id":"{{id}}","name":[{"use":"official","family":"Vela532","given":["Jorge Luis88"],"prefix":["Mr."]}],"gender":"male","birthDate":"1980-05-17"{{more}}}
        """;

    public static string Doctor(string id, string npi, string more = "") => $$"""
        {"resourceType":"Practitioner","id":"{{id}}","identifier":[{"system":"{{Npi}}","value":"{{npi}}"}],"active":true,"name":[{"family":"Rentería94","given":["Gerardo48"],"prefix":["Dr."]}]{{more}}}
        """;

    public static string Visit(string id, string patient, string more = "") => $$"""
        {"resourceType":"Encounter","id":"{{id}}","status":"finished","class":{"code":"AMB"},"subject":{"reference":"urn:uuid:{{patient}}"},"period":{"start":"2015-03-04T08:00:00-08:00","end":"2015-03-04T08:30:00-08:00"}{{more}}}
        """;

    /// <summary>Anything else: about the patient, at the visit when there is one.</summary>
    public static string About(string type, string id, string patient, string? visit, string fields) => $$"""
        {"resourceType":"{{type}}","id":"{{id}}","{{(type is "Immunization" or "AllergyIntolerance" or "Claim" ? "patient" : "subject")}}":{"reference":"urn:uuid:{{patient}}"}{{(visit is null ? "" : $$""","encounter":{"reference":"urn:uuid:{{visit}}"}""")}},{{fields}}}
        """;

    public static string Code(string system, string code, string words) => $$"""{"coding":[{"system":"{{system}}","code":"{{code}}","display":"{{words}}"}],"text":"{{words}}"}""";

    public static string Measured(string id, string patient, string visit, string loinc, string value, string unit, string category = "vital-signs", string at = "2015-03-04T08:10:00-08:00") =>
        About("Observation", id, patient, visit, $$"""
            "status":"final","category":[{"coding":[{"code":"{{category}}"} ]} ],"code":{{Code("http://loinc.org", loinc, "Measurement " + loinc)}},"effectiveDateTime":"{{at}}","valueQuantity":{"value":{{value}},"unit":"{{unit}}","code":"{{unit}}"}
            """);

    private static string Entry(string resource) => $$"""{"fullUrl":"urn:uuid:{{JsonNode.Parse(resource)!["id"]}}","resource":{{resource}},"request":{"method":"POST"} }""";
}
