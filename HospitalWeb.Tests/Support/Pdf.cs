using System.Diagnostics;

namespace HospitalWeb.Tests.Support;

/// <summary>Reads a PDF as words, the way people's own tools do (poppler's pdftotext).</summary>
public static class Pdf
{
    public static async Task<string> TextAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The text of each page.</summary>
    public static async Task<string[]> PagesAsync(byte[] pdf) => (await TextAsync(pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
}
