using System.Globalization;

namespace HospitalWeb.Interop.Fhir;

/// <summary>How far the import is: a bar that moves on a terminal, nothing where the output is kept.</summary>
internal sealed class ProgressBar(TextWriter output, int files, bool live)
{
    private const int Width = 30;
    private int done;

    public void Step(int resources)
    {
        done++;
        if (!live) return;

        var full = files == 0 ? Width : done * Width / files;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {done}/{files} files, {resources} resources"));
    }

    public void Say(string message) => output.WriteLine(live ? $"\r\e[K{message}" : message);

    public void End()
    {
        if (live) output.WriteLine();
    }
}
