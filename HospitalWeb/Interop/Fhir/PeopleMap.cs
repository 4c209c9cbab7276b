using System.Text.Json;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Patient, Practitioner and Organization. Those who treat patients elsewhere are on nobody's rota here.</summary>
internal static class PeopleMap
{
    private const string MothersMaidenName = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";

    private static readonly Dictionary<string, Sex> Sexes = new() { ["male"] = Sex.Male, ["female"] = Sex.Female, ["other"] = Sex.Indeterminate, ["unknown"] = Sex.NotKnown };

    public static Patient Patient(Chart chart, Resource resource, string key)
    {
        var json = resource.Json;
        var patient = Domain.Patients.Patient.Register(Name(json), json.Enum(Sexes, "gender") ?? Sex.NotKnown, Birth(json), importedFrom: key);
        patient.Reach(Telecom(json, "phone", Domain.Patients.Patient.PhoneMaxLength), Telecom(json, "email", Domain.Patients.Patient.EmailMaxLength), Address(json));
        foreach (var identifier in json.All("identifier"))
            if (identifier.Text(PatientIdentifier.SystemMaxLength, "system") is { } system && identifier.Text(PatientIdentifier.ValueMaxLength, "value") is { Length: > 0 } value)
                Identify(chart, patient, system, value);

        patient.Language = json.Text(100, "communication", "language", "text") ?? json.Text(100, "communication", "language", "coding", "display");
        patient.MothersMaidenName = json.All("extension").FirstOrDefault(extension => extension.Text("url") == MothersMaidenName).Text(100, "valueString");
        if (Official(json, "maiden") is { } maiden && maiden.Text(PersonName.PartMaxLength, "family") is { } former) patient.RememberFormerName(former);
        if (json.At(chart.Zone, "deceasedDateTime") is { } died) patient.Die(died);
        else if (json.Text("deceasedBoolean") == "true") throw new Skip("the patient has died, and it does not say when");
        return patient;
    }

    public static bool IsSame(Patient known, Resource resource) => known.BirthDate == Birth(resource.Json).Date && known.Sex == (resource.Json.Enum(Sexes, "gender") ?? Sex.NotKnown);

    public static Practitioner Practitioner(Chart _, Resource resource, string key)
    {
        var name = Official(resource.Json, "official") ?? throw new Skip("it has no name");
        var title = name.Text(PersonName.TitleMaxLength, "prefix");
        var practitioner = new Practitioner(title, Joined(name, "given"), name.Text(PersonName.PartMaxLength, "family") ?? name.Text(PersonName.PartMaxLength, "text") ?? throw new Skip("it has no name"))
        {
            ImportedFrom = key,
            Profession = title?.StartsWith("Dr", StringComparison.OrdinalIgnoreCase) == true ? Profession.Doctor : Profession.Other,
            Specialty = resource.Json.Text(200, "qualification", "code", "text"),
        };
        practitioner.Leave();
        return practitioner;
    }

    public static OutsideOrganization Organization(Chart _, Resource resource, string key) => new()
    {
        ImportedFrom = key,
        Name = resource.Json.Text(OutsideOrganization.NameMaxLength, "name") ?? throw new Skip("it has no name"),
        Phone = Telecom(resource.Json, "phone", OutsideOrganization.PhoneMaxLength),
        Address = Address(resource.Json).OnOneLine is { Length: > 0 and <= OutsideOrganization.AddressMaxLength } line ? line : null,
    };

    // One number names one patient; that two records share it is for people to look into.
    private static void Identify(Chart chart, Patient patient, string system, string value)
    {
        if (chart.IsTaken(system, value)) patient.KeepApart($"Imported with {value} ({system}), which already names another record.");
        else patient.Identify(system, value);
    }

    private static PersonName Name(JsonElement json)
    {
        if (Official(json, "official") is not { } name) return PersonName.Unknown;

        var given = name.All("given").Select(part => part.GetString()?.Trim()).Where(part => !string.IsNullOrEmpty(part)).ToList();
        var family = name.Text(PersonName.PartMaxLength, "family") ?? name.Text(PersonName.PartMaxLength, "text");
        if (family is null && given.Count == 0) return PersonName.Unknown;
        return family is null
            ? new(string.Join(' ', given)) { Title = name.Text(PersonName.TitleMaxLength, "prefix") }
            : new(family, given.FirstOrDefault() ?? "") { Title = name.Text(PersonName.TitleMaxLength, "prefix"), MiddleName = given.Count > 1 ? string.Join(' ', given.Skip(1)) : null };
    }

    // A name without a use counts as the usual one; only "maiden" and "old" never do.
    private static JsonElement? Official(JsonElement json, string use)
    {
        var names = json.All("name").ToList();
        var found = names.FindIndex(name => name.Text("use") == use);
        if (found < 0 && use == "official") found = names.FindIndex(name => name.Text("use") is not ("maiden" or "old"));
        return found < 0 ? null : names[found];
    }

    private static Birth Birth(JsonElement json) => new(json.Date("birthDate"), json.Text("birthDate") is { } date && !FhirJson.IsWholeDate(date));

    private static string? Telecom(JsonElement json, string system, int maxLength) =>
        json.All("telecom").Where(telecom => telecom.Text("system") == system).Select(telecom => telecom.Text(maxLength, "value")).FirstOrDefault();

    private static Address Address(JsonElement json)
    {
        if (json.All("address").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } address) return new();

        var lines = address.All("line").Select(line => line.GetString()?.Trim()).Where(line => !string.IsNullOrEmpty(line)).ToList();
        return new()
        {
            Line1 = lines.FirstOrDefault(), Line2 = lines.Count > 1 ? string.Join(", ", lines.Skip(1)) : null,
            City = address.Text("city"), State = address.Text("state"), Postcode = address.Text("postalCode"), Country = address.Text("country"),
        };
    }

    private static string Joined(JsonElement name, string list) => string.Join(' ', name.All(list).Select(part => part.GetString()?.Trim()));
}
