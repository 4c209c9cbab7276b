using System.Text;

namespace HospitalWeb.Tests.Support;

/// <summary>A word that is looked for in whatever the hospital leaves on a disk.</summary>
internal static class Canary
{
    public static IReadOnlyList<string> FilesWith(string folder, params IEnumerable<string> words)
    {
        var sought = words.SelectMany(word => new[] { Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word) }).ToList();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file =>
        {
            try { return File.ReadAllBytes(file) is var bytes && sought.Exists(word => bytes.AsSpan().IndexOf(word) >= 0); }
            catch (IOException) { return false; }
        })];
    }
}
