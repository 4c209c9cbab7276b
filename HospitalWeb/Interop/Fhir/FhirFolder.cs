namespace HospitalWeb.Interop.Fhir;

/// <summary>Which files are read, and in which order: what others refer to comes first.</summary>
internal static class FhirFolder
{
    private static readonly string[] Endings = [".json", ".ndjson", ".json.gz", ".ndjson.gz"];
    private static readonly string[] First = ["organization", "hospital", "location", "practitioner", "patient", "encounter", "observation"];

    public static bool IsLines(string path) => path.Contains(".ndjson", StringComparison.OrdinalIgnoreCase);

    public static List<string> Files(IEnumerable<string> paths) =>
        [.. paths.SelectMany(Inside).Distinct().OrderBy(Rank).ThenBy(path => path, StringComparer.Ordinal)];

    private static IEnumerable<string> Inside(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => Array.Exists(Endings, end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        : [path];

    // Synthea writes hospitalInformation… and practitionerInformation… beside its patients; a bulk export writes one file for each type.
    private static int Rank(string path)
    {
        var name = Path.GetFileName(path);
        var rank = Array.FindIndex(First, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (IsLines(path) || name.Contains("Information", StringComparison.Ordinal)));
        return rank < 0 ? First.Length : rank;
    }
}
