namespace HospitalWeb.Domain.Patients;

/// <summary>Who of a list is easily taken for somebody else of it when names are called out.</summary>
public static class Namesakes
{
    public static IReadOnlySet<Guid> Among(IEnumerable<(Guid Id, string ListName)> list)
    {
        var people = list.DistinctBy(person => person.Id).Select(person => (person.Id, Name: PatientLikeness.Named(person.ListName))).ToList();
        return people.SelectMany((a, i) => people.Skip(i + 1).Where(b => a.Name.SoundsLike(b.Name)).SelectMany(b => new[] { a.Id, b.Id })).ToHashSet();
    }
}
