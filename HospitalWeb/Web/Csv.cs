namespace HospitalWeb.Web;

/// <summary>Lines of a file that spreadsheets open. What a spreadsheet would take for a formula stands behind an apostrophe.</summary>
public static class Csv
{
    private static readonly System.Buffers.SearchValues<char> Formula = System.Buffers.SearchValues.Create("=+-@\t\r");

    public static string Line(params IEnumerable<string?> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    public static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && Formula.Contains(text[0])) text = $"'{text}";
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
