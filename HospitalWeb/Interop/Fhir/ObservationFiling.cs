using System.Security.Cryptography;
using System.Text;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Nursing;

namespace HospitalWeb.Interop.Fhir;

/// <summary>Sorts a file's observations: sets of vital signs, laboratory results under their reports, and the rest.</summary>
internal sealed class ObservationFiling
{
    private readonly Chart chart;
    private readonly KnownRows known;
    private readonly List<Resource> sound;
    private readonly List<(string Key, IReadOnlyList<Resource> Members)> vitals;

    public ObservationFiling(Chart chart, KnownRows known)
    {
        (this.chart, this.known) = (chart, known);
        sound = [.. chart.All("Observation").Where(observation => !IsVoid(observation))];
        vitals = [.. VitalsMap.Sets(chart, sound.Where(observation => !LabMap.IsLaboratory(observation))).Select(set => (KeyOf(set), set))];
    }

    public IEnumerable<string> VitalKeys => vitals.Select(set => set.Key);

    public void File()
    {
        chart.Skip(chart.All("Observation").Where(IsVoid), "it was entered in error or cancelled");
        var laboratory = sound.Where(LabMap.IsLaboratory).ToHashSet();
        foreach (var (key, members) in vitals) FileVitals(key, members);
        foreach (var report in chart.All("DiagnosticReport")) FileReport(report, laboratory);
        foreach (var moment in laboratory.GroupBy(o => (o.Json.Text("subject", "reference"), o.Json.Text("encounter", "reference"), chart.When(o)))) FileUnreported([.. moment]);

        var done = vitals.SelectMany(set => set.Members).ToHashSet();
        chart.File(sound.Where(observation => !LabMap.IsLaboratory(observation) && !done.Contains(observation)), ObservationMap.Observation);
    }

    private void FileVitals(string key, IReadOnlyList<Resource> members)
    {
        if (known.Has<VitalSigns>(key)) chart.Skip(members, Tally.AlreadyImported);
        else if (chart.Count(members[0], () => known.Add(VitalsMap.Vitals(chart, members, key), key)))
            foreach (var other in members.Skip(1)) chart.Tally.Imported(other.Type);
        else chart.Skip(members.Skip(1), "the set of vital signs it belongs to was not imported");
    }

    // Takes what it accounts for out of the laboratory's observations.
    private void FileReport(Resource report, HashSet<Resource> laboratory)
    {
        var results = chart.AllHere(report, "result").Where(laboratory.Contains).ToList();
        LabOrder? order = null;
        chart.Count(report, () =>
        {
            var key = chart.KeyOf(report);
            if (known.Has<LabOrder>(key)) throw new Skip(Tally.AlreadyImported);
            if (results.Count == 0) throw new Skip("it holds no laboratory results");
            known.Add(order = LabMap.Report(chart, report, key), key);
        });
        if (order is null) return;

        laboratory.ExceptWith(results);
        FileResults(results, order.Items[0]);
    }

    private void FileUnreported(List<Resource> moment)
    {
        var unknown = moment.Where(result => !known.Has<LabResult>(chart.KeyOf(result))).ToList();
        chart.Skip(moment.Except(unknown), Tally.AlreadyImported);
        foreach (var test in unknown.GroupBy(result => result.Json.Concept("code")))
        {
            var key = KeyOf([.. test]);
            LabOrder? order = null;
            try
            {
                known.Add(order = LabMap.Unreported(chart, test.First(), key), key);
            }
            catch (Skip skip)
            {
                chart.Skip(test, skip.Message);
            }
            if (order is not null) FileResults(test, order.Items[0]);
        }
    }

    private void FileResults(IEnumerable<Resource> results, LabOrderItem item) => chart.File(results, (chart, result, key) => LabMap.Result(chart, result, item, key));

    private static bool IsVoid(Resource observation) => observation.Json.Text("status") is "entered-in-error" or "cancelled";

    // A set is the same when it is made of the same observations.
    private string KeyOf(IReadOnlyList<Resource> members)
    {
        var names = string.Join('\n', members.Select(member => chart.KeyOf(member)).Order(StringComparer.Ordinal));
        return $"set:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))}";
    }
}
