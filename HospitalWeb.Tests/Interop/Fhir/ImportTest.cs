using System.IO.Compression;
using System.Text;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Interop.Fhir;

/// <summary>Runs the import command on files of a test's own.</summary>
public abstract class ImportTest(HospitalApp app) : IClassFixture<HospitalApp>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhir-").FullName;

    protected HospitalApp App => app;

    protected sealed record Outcome(int Exit, string Output)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    protected Task<Outcome> Import(params string[] resources) => Run(Put("history.json", Bundle.Of(resources)));

    protected string Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        else File.WriteAllText(path, text);
        return path;
    }

    protected Task<Outcome> RunFolder() => Run(folder);

    protected async Task<Outcome> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var services = app.Services;
        var import = new FhirImport(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>()) { Output = output };
        return new(await import.RunAsync(arguments, TestContext.Current.CancellationToken), output.ToString());
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
