using HospitalWeb.Data;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Web.Clinical;

/// <summary>
/// The names of those who are here today: read once, kept for half a minute. A page of one patient sees nobody else's rows, so it asks here
/// whether somebody in the same department or ward has a name that sounds like the patient's.
/// </summary>
public sealed class NamesHere(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private (ILookup<Guid?, Person> Places, long ReadAt)? known;

    public void Forget() => known = null;

    /// <summary>The first other patient of the same place who is easily taken for this one.</summary>
    public async Task<Namesake?> OfAsync(Guid patient, string listName)
    {
        var (places, name) = (await PlacesAsync(), PatientLikeness.Named(listName));
        return places.Where(place => place.Any(person => person.Patient.Id == patient)).SelectMany(place => place)
            .Where(person => person.Patient.Id != patient && person.Name.SoundsLike(name))
            .OrderByDescending(person => person.Name.IsNamed(name)).ThenBy(person => person.Patient.Number)
            .Select(person => new Namesake(person.Patient, person.Name.IsNamed(name))).FirstOrDefault();
    }

    private async Task<ILookup<Guid?, Person>> PlacesAsync()
    {
        if (known is { } kept && time.GetElapsedTime(kept.ReadAt) < Fresh) return kept.Places;

        await using var scope = scopes.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<FacilityClock>();
        var here = await scope.ServiceProvider.GetRequiredService<HospitalContext>().PatientsHereAsync(clock.StartOf(clock.Today), clock.EndOf(clock.Today));
        var places = here.ToLookup(patient => patient.Place, patient => new Person(patient, PatientLikeness.Named(patient.ListName)));
        known = (places, time.GetTimestamp());
        return places;
    }

    private sealed record Person(PatientHere Patient, PatientLikeness Name);
}

/// <summary>Another patient with the same name or one like it. Of a confidential one nothing else is said.</summary>
public sealed record Namesake(PatientHere Patient, bool IsSame);
