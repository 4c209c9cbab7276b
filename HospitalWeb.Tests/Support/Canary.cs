using System.Text;

namespace HospitalWeb.Tests.Support;

/// <summary>A word that is looked for in whatever the hospital leaves on a disk.</summary>
internal static class Canary
{
    public static IReadOnlyList<string> FilesWith(string folder, params IEnumerable<string> words)
    {
        var sought = words.SelectMany(word => new[] { Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word) }).ToList();
        // All names before the first is read: while files come and go, a long walk through a folder may pass some by.
        return [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !IsSocket(file) && Bytes(file) is var bytes && sought.Exists(word => bytes.Span.IndexOf(word) >= 0))];
    }

    private static bool IsSocket(string file) => Path.GetFileName(file).StartsWith(".s.", StringComparison.Ordinal);

    // The server goes on writing: a file may be gone by now, or have another length than a moment ago.
    private static ReadOnlyMemory<byte> Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        catch (FileNotFoundException)
        {
            return default;
        }
    }
}
