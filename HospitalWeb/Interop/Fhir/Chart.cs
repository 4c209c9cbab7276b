using System.Text.Json;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Interop.Fhir;

/// <summary>What one file says, on its way into the record: finds whom a resource is about, and sees to it that nothing is filed twice.</summary>
internal sealed class Chart(FhirFile file, References references, KnownRows known, TimeZoneInfo zone, DateTimeOffset now)
{
    private const string SenderUnnamed = "Imported record";

    public TimeZoneInfo Zone => zone;
    public Tally Tally { get; } = new();
    /// <summary>The resource being filed: what a complaint is about.</summary>
    public Resource? Current { get; private set; }

    public IEnumerable<Resource> All(string type) => file.Resources.Where(resource => resource.Type == type);

    public string KeyOf(Resource resource) => references.KeyOf(resource);

    /// <summary>The keys of the resources of a type, and of everyone meant by a reference at one of the paths.</summary>
    public IEnumerable<string> KeysOf(string type, params string[][] paths)
    {
        foreach (var resource in file.Resources)
        {
            if (resource.Type == type && Quietly(() => KeyOf(resource)) is { } own) yield return own;
            foreach (var path in paths)
                if (resource.Json.Get(path) is { } reference && Quietly(() => references.KeyOf(resource, reference)) is { } meant) yield return meant;
        }
    }

    /// <summary>Files each resource, unless it was filed before.</summary>
    public void File<T>(IEnumerable<Resource> resources, Func<Chart, Resource, string, T> map) where T : class, IImported
    {
        foreach (var resource in resources)
        {
            Count(resource, () =>
            {
                var key = KeyOf(resource);
                if (known.Has<T>(key)) throw new Fhir.Skip(Tally.AlreadyImported);
                known.Add(map(this, resource, key), key);
            });
        }
    }

    public bool Count(Resource resource, Action filing)
    {
        Current = resource;
        try
        {
            filing();
            Tally.Imported(resource.Type);
            return true;
        }
        catch (Exception reason) when (reason is Fhir.Skip or BrokenRule)
        {
            Tally.Skipped(resource.Type, reason.Message);
            return false;
        }
    }

    public void Skip(IEnumerable<Resource> resources, string reason)
    {
        foreach (var resource in resources) Tally.Skipped(resource.Type, reason);
    }

    public bool IsTaken(string system, string value) => !known.ClaimIdentifier(system, value);

    public Patient Patient(Resource resource) =>
        Find<Patient>(resource, "subject") ?? Find<Patient>(resource, "patient") ?? throw new Fhir.Skip("its patient has not been imported");

    public Encounter? Encounter(Resource resource) => Find<Encounter>(resource, "encounter") ?? Find<Encounter>(resource, "context");

    public T? Find<T>(Resource resource, params ReadOnlySpan<string> path) where T : class => Find<T>(resource, resource.Json, path);

    public T? Find<T>(Resource resource, JsonElement inside, params ReadOnlySpan<string> path) where T : class =>
        inside.Get(path) is { } reference && references.KeyOf(resource, First(reference)) is { } key ? known.Row<T>(key) : null;

    public Resource? Here(Resource from, string field) => from.Json.Get(field) is { } reference ? references.Here(from, First(reference)) : null;

    public IEnumerable<Resource> AllHere(Resource from, string list) => from.Json.All(list).Select(reference => references.Here(from, reference)).OfType<Resource>();

    public DateTimeOffset? When(Resource resource) =>
        resource.Json.At(zone, "effectiveDateTime") ?? resource.Json.At(zone, "effectivePeriod", "start") ?? resource.Json.At(zone, "effectiveInstant") ?? resource.Json.At(zone, "issued");

    /// <summary>Who recorded it there, as far as it is told; without a time, now.</summary>
    public Stamp Recorded(Resource resource, DateTimeOffset? at, params ReadOnlySpan<string> path) => Recorded(Find<Practitioner>(resource, path) ?? Encounter(resource)?.Practitioner, at);

    public Stamp Recorded(Practitioner? by, DateTimeOffset? at) => new(Guid.Empty, by?.DisplayName ?? SenderUnnamed, at ?? now);

    private static JsonElement First(JsonElement reference) => reference.ValueKind == JsonValueKind.Array && reference.GetArrayLength() > 0 ? reference[0] : reference;

    private static string? Quietly(Func<string?> key)
    {
        try
        {
            return key();
        }
        catch (Fhir.Skip)
        {
            return null;
        }
    }
}
