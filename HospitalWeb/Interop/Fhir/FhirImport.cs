using System.Diagnostics;
using System.Globalization;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Interop.Fhir;

/// <summary>
/// The command <c>import fhir [--source NAME] FILE-OR-FOLDER…</c>: brings FHIR R4 history into the record. Each file is one transaction: all of it or nothing.
/// NAME tells apart systems that number their resources alike.
/// </summary>
public sealed class FhirImport(IServiceScopeFactory scopes, TimeProvider time)
{
    public const string Arguments = "[--source NAME] <file-or-folder>…";

    public TextWriter Output { get; init; } = Console.Out;

    public static Task<int> CommandAsync(IServiceProvider services, string[] arguments, CancellationToken token)
    {
        CurrentActor.Become("FHIR import");
        return new FhirImport(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>()).RunAsync(arguments, token);
    }

    public async Task<int> RunAsync(string[] args, CancellationToken token)
    {
        var (source, paths) = args is ["--source", var name, ..] ? (name, args[2..]) : ("fhir", args);
        if (paths.Length == 0)
        {
            await Output.WriteLineAsync($"Name what to read: import fhir {Arguments}");
            return 2;
        }

        var files = FhirFolder.Files(paths);
        var started = Stopwatch.GetTimestamp();
        var progress = new ProgressBar(Output, files.Count, live: ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected);
        var (total, broken) = (new Tally(), 0);
        var next = Read(files, 0, token);
        for (var index = 0; index < files.Count; index++)
        {
            try
            {
                var file = await next;
                next = Read(files, index + 1, token);
                if (!file.IsFhir) progress.Say($"{file.Path}: no FHIR resource in it, passed over.");
                total.Add(await FileAsync(file, source, token));
            }
            catch (BrokenFile wrong)
            {
                broken++;
                if (next.IsFaulted) next = Read(files, index + 1, token);
                progress.Say(wrong.Message);
            }
            progress.Step(total.Read);
        }

        progress.End();
        await Output.WriteLineAsync(Summary(files.Count, broken, total.Read, Stopwatch.GetElapsedTime(started)));
        foreach (var line in total.Lines()) await Output.WriteLineAsync(line);
        return broken == 0 ? 0 : 1;
    }

    // While one file is being saved the next is already being read.
    private static Task<FhirFile> Read(List<string> files, int index, CancellationToken token) =>
        index < files.Count ? Task.Run(() => FhirFile.ReadAsync(files[index], token), token) : Task.FromCanceled<FhirFile>(new(canceled: true));

    private async Task<Tally> FileAsync(FhirFile file, string source, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.AuditInBulk(AuditAction.Import, Path.GetFileName(file.Path));
        var zone = await db.Facilities.Select(facility => facility.TimeZone).SingleOrDefaultAsync(token);
        return await new Filing(db, file, source, zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone), time.GetUtcNow()).RunAsync(token);
    }

    private static string Summary(int files, int broken, int resources, TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"{files - broken} of {files} files, {resources} resources in {time.TotalSeconds:0.0} s ({resources / Math.Max(time.TotalSeconds, 0.001):0}/s){(broken == 0 ? "" : $"; {broken} broken, skipped whole")}");
}
