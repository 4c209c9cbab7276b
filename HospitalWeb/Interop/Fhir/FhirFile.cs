using System.IO.Compression;
using System.Text.Json;

namespace HospitalWeb.Interop.Fhir;

/// <summary>A file of FHIR resources, read whole: a Bundle, a single resource, or one resource on each line (.ndjson); each of them also as .gz.</summary>
internal sealed class FhirFile
{
    private static readonly string[] Bundles = ["transaction", "batch", "collection", "searchset"];
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 64 };

    private readonly byte[] text;

    private FhirFile(string path, byte[] text)
    {
        Path = path;
        this.text = text;
    }

    public string Path { get; }
    public List<Resource> Resources { get; } = [];
    /// <summary>JSON of another kind, such as a list of counts that lies in the same folder.</summary>
    public bool IsFhir => Resources.Count > 0;

    private bool IsLines => FhirFolder.IsLines(Path);

    public static async Task<FhirFile> ReadAsync(string path, CancellationToken token)
    {
        try
        {
            var file = new FhirFile(path, await UnpackAsync(path, token));
            if (file.IsLines) file.ReadLines();
            else file.Take(JsonDocument.Parse(file.Sound, new() { MaxDepth = Reading.MaxDepth }).RootElement, 0);
            return file;
        }
        catch (JsonException wrong)
        {
            throw new BrokenFile(path, wrong.LineNumber + 1, "this is not JSON.");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new BrokenFile(path, null, wrong.Message);
        }
    }

    public BrokenFile Broken(Resource resource, string reason) => new(Path, LineOf(resource), $"{resource.Type} {resource.Id}: {reason}");

    private ReadOnlyMemory<byte> Sound => text.AsSpan().StartsWith("\uFEFF"u8) ? text.AsMemory(3) : text;

    private static async Task<byte[]> UnpackAsync(string path, CancellationToken token)
    {
        await using var file = File.OpenRead(path);
        await using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, token);
        return memory.ToArray();
    }

    private void ReadLines()
    {
        var rest = Sound;
        for (var line = 0; rest.Length > 0; line++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var one = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (one.Span.Trim(" \t\r"u8).IsEmpty) continue;

            try
            {
                Take(JsonDocument.Parse(one).RootElement, line);
            }
            catch (JsonException)
            {
                throw new BrokenFile(Path, line + 1, "this is not JSON.");
            }
        }
    }

    private void Take(JsonElement root, int place)
    {
        if (Resource.Of(root, null, place) is not { } whole) return;
        if (whole.Type != "Bundle")
        {
            Resources.Add(whole);
            return;
        }

        var kind = root.Text("type");
        if (!Bundles.Contains(kind)) throw new BrokenFile(Path, place + 1, $"a Bundle of type “{kind}” is not read; {string.Join(", ", Bundles)} are.");
        var index = 0;
        foreach (var entry in root.All("entry"))
        {
            if (entry.Get("resource") is { } json && Resource.Of(json, entry.Text("fullUrl"), IsLines ? place : index) is { } resource) Resources.Add(resource);
            index++;
        }
    }

    // The parser forgets where things stood, and only a broken file needs to know: so it is read once more.
    private long? LineOf(Resource resource)
    {
        if (IsLines) return resource.Place + 1;

        var reader = new Utf8JsonReader(Sound.Span, Reading);
        var entries = false;
        for (var (index, inside) = (-1, false); reader.Read();)
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) inside = entries = reader.ValueTextEquals("entry"u8);
            if (inside && reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject } && ++index == resource.Place)
                return 1 + Sound.Span[..(int)reader.TokenStartIndex].Count((byte)'\n');
        }

        return entries ? null : 1;
    }
}
