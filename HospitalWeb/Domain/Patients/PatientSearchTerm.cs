namespace HospitalWeb.Domain.Patients;

/// <summary>
/// One thing a patient is found by: a name or the birth date. Every ending of every word is kept, so that a part of a name is the beginning of a term
/// and any search is a range of one index. Phone and identifiers are encrypted and found otherwise.
/// </summary>
[NotAudited]
public sealed class PatientSearchTerm
{
    private const int ShortestEnding = 2;

    public Guid PatientId { get; private set; }
    public required string Term { get; init; }
    public required bool IsWordStart { get; init; }

    public static IEnumerable<PatientSearchTerm> For(Patient patient) => WordsOf(patient)
        .SelectMany(Endings)
        .GroupBy(ending => ending.Term)
        .Select(same => new PatientSearchTerm { Term = same.Key, IsWordStart = same.Any(ending => ending.IsWordStart) });

    private static IEnumerable<string> WordsOf(Patient patient)
    {
        string?[] names = [patient.FamilyName, patient.GivenName, patient.MiddleName, patient.PreferredName, patient.FormerFamilyName];
        return names.SelectMany(SearchWords.Split).Concat(Birth(patient));
    }

    private static IEnumerable<string> Birth(Patient patient) => patient.BirthDate is { } date ? [SearchWords.Birth(date)] : [];

    private static IEnumerable<(string Term, bool IsWordStart)> Endings(string word)
    {
        yield return (word, true);
        for (var start = 1; start <= word.Length - ShortestEnding; start++)
            if (!char.IsLowSurrogate(word[start])) yield return (word[start..], false);
    }
}
