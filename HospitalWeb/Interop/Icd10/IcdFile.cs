using System.IO.Compression;
using System.Text;
using HospitalWeb.Domain.Encounters;

namespace HospitalWeb.Interop.Icd10;

/// <summary>One line of a published list.</summary>
public sealed record IcdLine(string Code, bool IsBillable, string Title);

/// <summary>
/// Reads the official ICD-10-CM order file (fixed columns: order 1 to 5, code 7 to 13, billable 15, short title 17 to 76, long title from 78)
/// and comma-separated lists that name their columns. Either may be gzipped.
/// </summary>
public static class IcdFile
{
    private static readonly string[] CodeColumns = ["code", "icd10cm_code"], BillableColumns = ["billable", "valid_billing_code"], TitleColumns = ["title", "text", "icd10cm_long_description"];

    public static IEnumerable<IcdLine> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
        foreach (var line in Read(text)) yield return line;
    }

    public static IEnumerable<IcdLine> Read(TextReader text) => text.Peek() is var first && char.IsAsciiDigit((char)first) ? ReadOrderFile(text) : ReadCsv(text);

    private static IEnumerable<IcdLine> ReadOrderFile(TextReader text)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length == 0) continue;
            if (line.Length < 17 || line[14] is not ('0' or '1')) throw new FormatException($"Line {number} is not a line of the ICD-10-CM order file.");
            yield return Line(line[6..13], line[14] == '1', line.Length > 77 ? line[77..] : line[16..]);
        }
    }

    private static IEnumerable<IcdLine> ReadCsv(TextReader text)
    {
        var head = Fields(text.ReadLine() ?? "");
        var (code, billable, title) = (Column(CodeColumns), Column(BillableColumns), Column(TitleColumns));
        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var fields = Fields(line);
            if (fields.Count != head.Count) throw new FormatException($"Line {number} has {fields.Count} columns instead of {head.Count}.");
            yield return Line(fields[code], fields[billable] is "1" or "true", fields[title]);
        }

        int Column(string[] names) => head.FindIndex(names.Contains) is var at and >= 0 ? at : throw new FormatException($"The file has no column {string.Join(" or ", names)}.");
    }

    // Titles hold commas, so fields may stand in quotation marks, doubled where meant as such.
    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(line[i]);
        }
        fields.Add(field.ToString());
        return fields;
    }

    private static IcdLine Line(string code, bool isBillable, string title)
    {
        title = title.Trim();
        return new(IcdCode.WithDot(code), isBillable, title.Length > IcdCode.TitleMaxLength ? title[..IcdCode.TitleMaxLength] : title);
    }
}
