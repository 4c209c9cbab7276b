using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Access;

/// <summary>Somebody at work opened a patient's record, at the hospital's own time.</summary>
public sealed record Opening(Guid AccountId, string AccountName, Guid PatientId, DateTimeOffset At);

/// <summary>
/// Somebody at work as a person: his name, where he lives when he is a patient here too, and the hours of the day at which he opened records on earlier days.
/// The hours are empty while too few days are known.
/// </summary>
public sealed record Opener(string FamilyName, string GivenName, string? Email, IReadOnlyList<Address> Addresses, IReadOnlySet<int> Hours);

/// <summary>What is compared of a patient who was opened.</summary>
public sealed record OpenedPatient(string FamilyName, string GivenName, string? Email, Address Address, bool IsConfidential);

/// <summary>The rules by which openings ask for a look. Each names one account, one patient where it is about one, and one day.</summary>
public sealed class UnusualAccess(
    IReadOnlyDictionary<Guid, Opener> people, IReadOnlyDictionary<Guid, OpenedPatient> patients, IReadOnlySet<string> commonNames, int recordsInAnHour = UnusualAccess.RecordsInAnHour)
{
    public const int RecordsInAnHour = 40;
    /// <summary>A family name that more than one patient in so many bears says nothing about kinship.</summary>
    public const int CommonName = 200;
    /// <summary>So many days of openings must be known before an hour can be unusual.</summary>
    public const int KnownDays = 8;
    private const int HoursAround = 2;

    /// <summary>The alarms of these openings, which begin an hour before the first that is looked at.</summary>
    public IEnumerable<AccessAlarm> In(IReadOnlyList<Opening> openings, DateTimeOffset since) =>
        openings.GroupBy(o => o.AccountId).SelectMany(of => Of([.. of.OrderBy(o => o.At)], since)).DistinctBy(alarm => alarm.Key);

    private IEnumerable<AccessAlarm> Of(IReadOnlyList<Opening> openings, DateTimeOffset since)
    {
        var person = people.GetValueOrDefault(openings[0].AccountId);
        foreach (var opening in openings.Where(o => o.At >= since))
        {
            if (RecordsBefore(openings, opening) is var records && records > recordsInAnHour) yield return Raise(AlarmRule.ManyRecords, opening, false, $"{records} patients' records within an hour");
            if (person is { Hours.Count: > 0 } && !IsUsual(person, opening.At.Hour)) yield return Raise(AlarmRule.UnusualHour, opening, false, "No record was opened about this hour on the days before");
            if (patients.GetValueOrDefault(opening.PatientId) is not { } patient) continue;

            if (patient.IsConfidential) yield return Raise(AlarmRule.ConfidentialPatient, opening, true, "The record is confidential");
            if (person is null) continue;
            if (IsSelf(person, patient)) yield return Raise(AlarmRule.OwnRecord, opening, true, "The patient has this person's name or e-mail address");
            else if (Same(person.FamilyName, patient.FamilyName) && !commonNames.Contains(SearchWords.Fold(patient.FamilyName))) yield return Raise(AlarmRule.SameFamilyName, opening, true, "The patient has this person's family name, which few bear");
            else if (person.Addresses.Any(home => IsSame(home, patient.Address))) yield return Raise(AlarmRule.SameAddress, opening, true, "The patient lives at this person's address");
        }
    }

    private static int RecordsBefore(IReadOnlyList<Opening> openings, Opening last) =>
        openings.Where(o => o.At <= last.At && o.At > last.At.AddHours(-1)).Select(o => o.PatientId).Distinct().Count();

    private static bool IsUsual(Opener person, int hour) => Enumerable.Range(-HoursAround, 2 * HoursAround + 1).Any(away => person.Hours.Contains((hour + away + 24) % 24));

    private static bool IsSelf(Opener person, OpenedPatient patient) =>
        Same(person.Email, patient.Email) || Same(person.FamilyName, patient.FamilyName) && Same(person.GivenName, patient.GivenName);

    private static bool IsSame(Address one, Address other) => Same(one.Line1, other.Line1) && (Same(one.Postcode, other.Postcode) || Same(one.City, other.City));

    private static bool Same(string? one, string? other) => !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other) && SearchWords.Fold(one.Trim()) == SearchWords.Fold(other.Trim());

    private static AccessAlarm Raise(AlarmRule rule, Opening opening, bool ofPatient, string what) =>
        AccessAlarm.Raise(rule, opening.AccountId, opening.AccountName, ofPatient ? opening.PatientId : null, opening.At.ToUniversalTime(), DateOnly.FromDateTime(opening.At.DateTime), what);
}
