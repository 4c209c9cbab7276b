using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Entries of the trail as FHIR R4 AuditEvents. Reading something of a patient follows IHE's Basic Audit Log Patterns, PatientRead (1.1.3); the rest says the same in the codes of DICOM and HL7.</summary>
public static class AuditEvents
{
    public const string PatientRead = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead";
    private const string Terms = "http://terminology.hl7.org/CodeSystem/", Interaction = "http://hl7.org/fhir/restful-interaction", Dicom = "http://dicom.nema.org/resources/ontology/DCM";

    public static JsonObject Of(AuditEntry entry, string site)
    {
        var (type, subtype, action) = KindOf(entry.Action);
        var resource = new JsonObject { ["resourceType"] = "AuditEvent", ["id"] = $"entry-{entry.Sequence}" };
        if (entry is { Action: AuditAction.Read, Outcome: AuditOutcome.Success, PatientId: not null }) resource["meta"] = new JsonObject { ["profile"] = new JsonArray(PatientRead) };
        resource["type"] = type;
        if (subtype is not null) resource["subtype"] = new JsonArray(subtype);
        resource["action"] = action;
        resource["recorded"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        resource["outcome"] = entry.Outcome switch { AuditOutcome.Success => "0", AuditOutcome.Refused => "4", _ => "8" };
        if (!string.IsNullOrWhiteSpace(entry.Reason)) resource["outcomeDesc"] = entry.Reason;
        resource["agent"] = new JsonArray([.. Agents(entry, site)]);
        resource["source"] = new JsonObject { ["observer"] = new JsonObject { ["display"] = site }, ["type"] = new JsonArray(Coding($"{Terms}security-source-type", "4", "Application Server")) };
        resource["entity"] = new JsonArray([.. Entities(entry)]);
        return resource;
    }

    private static (JsonObject Type, JsonObject? Subtype, string Action) KindOf(AuditAction action) => action switch
    {
        AuditAction.Create => (Rest(), Coding(Interaction, "create", "create"), "C"),
        AuditAction.Read => (Rest(), Coding(Interaction, "read", "read"), "R"),
        AuditAction.Search => (Rest(), Coding(Interaction, "search-type", "search-type"), "E"),
        AuditAction.Update => (Rest(), Coding(Interaction, "update", "update"), "U"),
        AuditAction.Delete => (Rest(), Coding(Interaction, "delete", "delete"), "D"),
        AuditAction.Print or AuditAction.Export => (Coding(Dicom, "110106", "Export"), null, "R"),
        AuditAction.Import => (Coding(Dicom, "110107", "Import"), null, "C"),
        AuditAction.SignIn or AuditAction.SignInFailed => (Coding(Dicom, "110114", "User Authentication"), Coding(Dicom, "110122", "Login"), "E"),
        AuditAction.SignOut => (Coding(Dicom, "110114", "User Authentication"), Coding(Dicom, "110123", "Logout"), "E"),
        AuditAction.AccessDenied => (Coding(Dicom, "110113", "Security Alert"), null, "E"),
        AuditAction.Verify or AuditAction.Archive => (Coding(Dicom, "110101", "Audit Log Used"), null, "R"),
        _ => (Coding(Dicom, "110100", "Application Activity"), null, "E"),
    };

    // What is read flows from the server to the browser, and what is written the other way.
    private static IEnumerable<JsonNode> Agents(AuditEntry entry, string site)
    {
        var (source, destination) = (Concept(Dicom, "110153", "Source Role ID"), Concept(Dicom, "110152", "Destination Role ID"));
        var reads = entry.Action is AuditAction.Read or AuditAction.Search or AuditAction.Print or AuditAction.Export;
        if (entry.IpAddress != "") yield return new JsonObject { ["type"] = reads ? destination : source, ["who"] = new JsonObject { ["display"] = entry.UserAgent is { Length: > 0 } browser ? browser : "Browser" }, ["requestor"] = false, ["network"] = Network(entry.IpAddress, "2") };
        yield return new JsonObject { ["type"] = reads ? source : destination, ["who"] = new JsonObject { ["display"] = site }, ["requestor"] = false, ["network"] = Network(site, "5") };

        var who = new JsonObject { ["display"] = entry.AccountName };
        if (entry.AccountId is { } account) who["identifier"] = new JsonObject { ["value"] = account.ToString() };
        var user = new JsonObject { ["type"] = Concept($"{Terms}v3-ParticipationType", "IRCP", "information recipient"), ["who"] = who, ["name"] = entry.AccountName, ["requestor"] = true };
        if (entry.Roles != "") user["role"] = new JsonArray([.. entry.Roles.Split(", ").Select(role => (JsonNode)new JsonObject { ["text"] = role })]);
        yield return user;
    }

    private static IEnumerable<JsonNode> Entities(AuditEntry entry)
    {
        if (entry.PatientId is { } patient)
            yield return new JsonObject { ["what"] = new JsonObject { ["reference"] = $"Patient/{patient}" }, ["type"] = Coding($"{Terms}audit-entity-type", "1", "Person"), ["role"] = Coding($"{Terms}object-role", "1", "Patient") };

        var data = new JsonObject { ["what"] = new JsonObject { ["identifier"] = new JsonObject { ["value"] = entry.EntityId }, ["display"] = entry.EntityType }, ["type"] = Coding($"{Terms}audit-entity-type", "2", "System Object") };
        if (entry.Action == AuditAction.Export && entry.Reason is { } asked)
        {
            data["role"] = Coding($"{Terms}object-role", "24", "Query");
            data["query"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(asked));
        }
        else data["role"] = Coding($"{Terms}object-role", "4", "Domain Resource");
        yield return data;

        if (entry.Reference is { } request)
            yield return new JsonObject { ["what"] = new JsonObject { ["identifier"] = new JsonObject { ["value"] = request } }, ["type"] = Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null) };
    }

    private static JsonObject Rest() => Coding($"{Terms}audit-event-type", "rest", "Restful Operation");

    private static JsonObject Network(string address, string type) => new() { ["address"] = address, ["type"] = type };

    private static JsonObject Concept(string system, string code, string display) => new() { ["coding"] = new JsonArray(Coding(system, code, display)) };

    private static JsonObject Coding(string system, string code, string? display)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null) coding["display"] = display;
        return coding;
    }
}
