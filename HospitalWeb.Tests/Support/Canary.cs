using System.Text;

namespace HospitalWeb.Tests.Support;

/// <summary>A word that is looked for in whatever the hospital leaves on a disk.</summary>
internal static class Canary
{
    /// <summary>The files that hold one of these words, of those written after the words were there to be written.</summary>
    public static IReadOnlyList<string> FilesWith(string folder, DateTime since, params IEnumerable<string> words)
    {
        var sought = words.SelectMany(word => new[] { Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word) }).ToList();
        // All names before the first is read: while files come and go, a long walk through a folder may pass some by.
        return [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !IsSocket(file) && File.GetLastWriteTimeUtc(file) >= since && Bytes(file) is var bytes && sought.Exists(word => bytes.Span.IndexOf(word) >= 0))];
    }

    private static bool IsSocket(string file) => Path.GetFileName(file).StartsWith(".s.", StringComparison.Ordinal);

    // The server goes on writing: a file may be gone by now, or have another length than a moment ago.
    private static ReadOnlyMemory<byte> Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            return bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (FileNotFoundException)
        {
            return default;
        }
    }
}
