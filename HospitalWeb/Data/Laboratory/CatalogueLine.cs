using System.Globalization;
using System.Text.RegularExpressions;

namespace HospitalWeb.Data.Laboratory;

/// <summary>One line of a comma-separated file, its cells by the names in the file's first line. Cells may be quoted; a line ends where it ends.</summary>
internal sealed partial class CatalogueLine(Dictionary<string, int> heads, IReadOnlyList<string> cells)
{
    public string this[string head] => cells[heads[head]];

    public decimal? Number(string head) => this[head] is { Length: > 0 } cell ? decimal.Parse(cell, CultureInfo.InvariantCulture) : null;

    public int? Whole(string head) => this[head] is { Length: > 0 } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;

    public List<string> Words(string head) => [.. this[head].Split('|', StringSplitOptions.RemoveEmptyEntries)];

    public static IEnumerable<CatalogueLine> In(TextReader file)
    {
        var heads = Cells(file.ReadLine() ?? "").Index().ToDictionary(head => head.Item, head => head.Index);
        while (file.ReadLine() is { } line) yield return new(heads, Cells(line));
    }

    private static List<string> Cells(string line) =>
        [.. Cell().Matches(line).Select(cell => cell.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value)];

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))""")]
    private static partial Regex Cell();
}
