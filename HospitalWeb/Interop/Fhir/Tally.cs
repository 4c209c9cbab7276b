using System.Globalization;

namespace HospitalWeb.Interop.Fhir;

/// <summary>What was read, what was imported, and why the rest was not.</summary>
internal sealed class Tally
{
    public const string AlreadyImported = "already imported";

    // The order people expect: who, where, what happened, what it cost; other types follow by name.
    private static readonly string[] Order =
        ["Patient", "Practitioner", "Organization", "Encounter", "Condition", "AllergyIntolerance", "MedicationRequest", "Immunization", "Procedure", "Observation", "DiagnosticReport", "Claim"];

    private readonly Dictionary<string, Count> counts = [];

    public int Read => counts.Values.Sum(count => count.Imported + count.Reasons.Values.Sum());

    public void Imported(string type) => Of(type).Imported++;

    public void Skipped(string type, string reason) => Of(type).Because(reason, 1);

    public void Add(Tally other)
    {
        foreach (var (type, count) in other.counts)
        {
            Of(type).Imported += count.Imported;
            foreach (var (reason, number) in count.Reasons) Of(type).Because(reason, number);
        }
    }

    public IEnumerable<string> Lines()
    {
        var types = counts.OrderBy(type => Array.IndexOf(Order, type.Key) is var place and >= 0 ? place : Order.Length).ThenBy(type => type.Key, StringComparer.Ordinal).ToList();
        foreach (var (type, count) in types)
            yield return Invariant($"{type}  {count.Imported + count.Skipped} read  {count.Imported} imported  {count.Skipped} skipped");

        foreach (var (type, count) in types)
            foreach (var (reason, number) in count.Reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal))
                yield return Invariant($"  {type} skipped: {number}  {reason}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private Count Of(string type)
    {
        if (!counts.TryGetValue(type, out var count)) counts[type] = count = new();
        return count;
    }

    private sealed class Count
    {
        public int Imported { get; set; }
        public Dictionary<string, int> Reasons { get; } = [];
        public int Skipped => Reasons.Values.Sum();

        public void Because(string reason, int number) => Reasons[reason] = Reasons.GetValueOrDefault(reason) + number;
    }
}
