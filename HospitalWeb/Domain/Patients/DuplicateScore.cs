namespace HospitalWeb.Domain.Patients;

/// <summary>
/// How much two records look like one person, in points. A shared identifier decides alone; otherwise name, birth date, phone and sex add up.
/// Only ever a warning: nothing is merged by machine.
/// </summary>
public sealed record DuplicateScore(int Points, IReadOnlyList<string> Reasons)
{
    public const int Possible = 45;
    public const int Likely = 75;
    internal const int AlmostSameName = 30;

    public bool IsPossible => Points >= Possible;
    public bool IsLikely => Points >= Likely;

    public static DuplicateScore Of(PatientLikeness a, PatientLikeness b)
    {
        (int Points, string Reason)?[] matches = [Identifier(a, b), NameMatch(a, b), BirthMatch(a, b), PhoneMatch(a, b), SexMatch(a, b)];
        var found = matches.OfType<(int Points, string Reason)>().ToList();
        return new(Math.Max(0, found.Sum(match => match.Points)), found.Where(match => match.Points > 0).Select(match => match.Reason).ToList());
    }

    internal static int OfNames(PatientLikeness a, PatientLikeness b) => NameMatch(a, b)?.Points ?? 0;

    private static (int, string)? Identifier(PatientLikeness a, PatientLikeness b) => a.Identifiers.Intersect(b.Identifiers).Any() ? (100, "same identifier") : null;

    private static (int Points, string Reason)? NameMatch(PatientLikeness a, PatientLikeness b)
    {
        var (given, family) = (Close(a.Given, b.Given), Close(a.Family, b.Family));
        if (given == 0 && family == 0) return (40, "same name");
        if (Close(a.Given, b.Family) == 0 && Close(a.Family, b.Given) == 0) return (35, "same names in the other order");
        if (given + family <= 2) return (AlmostSameName, "name spelled almost the same");
        return family == 0 ? (15, "same family name") : null;
    }

    private static (int, string)? BirthMatch(PatientLikeness a, PatientLikeness b)
    {
        if (a.Birth.Date is not { } x || b.Birth.Date is not { } y) return null;
        if (x == y) return (35, "same birth date");
        if (a.Birth.IsEstimated || b.Birth.IsEstimated) return Math.Abs(x.Year - y.Year) <= 3 ? (15, "about the same age") : (-20, "");
        if (x.Year == y.Year && x.Month == y.Day && x.Day == y.Month) return (25, "day and month of birth swapped");
        var differing = SearchWords.Birth(x).Zip(SearchWords.Birth(y)).Count(digit => digit.First != digit.Second);
        return differing == 1 ? (20, "birth date differs in one digit") : (-10, "");
    }

    private static (int, string)? PhoneMatch(PatientLikeness a, PatientLikeness b) =>
        a.PhoneDigits.Length >= 6 && b.PhoneDigits.Length >= 6 && (a.PhoneDigits.EndsWith(b.PhoneDigits, StringComparison.Ordinal) || b.PhoneDigits.EndsWith(a.PhoneDigits, StringComparison.Ordinal)) ? (25, "same phone") : null;

    private static (int, string)? SexMatch(PatientLikeness a, PatientLikeness b) =>
        a.Sex is Sex.NotKnown || b.Sex is Sex.NotKnown ? null : a.Sex == b.Sex ? (5, "same sex") : (-15, "");

    /// <summary>0 same, 1 or 2 letters apart, 9 different. Short names must be equal.</summary>
    private static int Close(string a, string b)
    {
        if (a == b) return 0;
        if (Math.Min(a.Length, b.Length) < 4 || Math.Abs(a.Length - b.Length) > 1) return 9;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1] <= 2 ? row[^1] : 9;
    }
}

/// <summary>What two records are compared by, folded as search folds it.</summary>
public sealed record PatientLikeness(string Given, string Family, Birth Birth, Sex Sex, string PhoneDigits, IReadOnlyCollection<string> Identifiers)
{
    public static PatientLikeness Of(PersonName name, Birth birth, Sex sex, string? phone, IEnumerable<string> identifiers) =>
        new(Join(name.GivenName), Join(name.FamilyName), birth, sex, SearchWords.Digits(phone).TrimStart('0'), [.. identifiers.Select(Join)]);

    /// <summary>By the name alone, as it stands in lists.</summary>
    public static PatientLikeness Named(string listName) => Of(PersonName.OfList(listName), Birth.NotKnown, Sex.NotKnown, null, []);

    public bool IsNamed(PatientLikeness other) => (Given, Family) == (other.Given, other.Family);

    /// <summary>Whether the two are easily taken for each other when their names are called out.</summary>
    public bool SoundsLike(PatientLikeness other) => DuplicateScore.OfNames(this, other) >= DuplicateScore.AlmostSameName;

    private static string Join(string text) => string.Concat(SearchWords.Split(text));
}
