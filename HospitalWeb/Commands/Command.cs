using HospitalWeb.Data;
using HospitalWeb.Interop.Fhir;
using HospitalWeb.Interop.Icd10;

namespace HospitalWeb;

/// <summary>What can be asked of the program besides being the hospital: <c>dotnet run --project HospitalWeb -- database script SqlServer</c>.</summary>
public sealed record Command(string Name, string Arguments, bool NeedsDatabase, Func<IServiceProvider, string[], CancellationToken, Task<int>> Act)
{
    private static readonly Command[] All =
    [
        new("database script", "SqlServer|Postgres", NeedsDatabase: false, DatabaseCommands.ScriptAsync),
        new("database migrate", "", NeedsDatabase: true, DatabaseCommands.MigrateAsync),
        new("audit verify", "", NeedsDatabase: true, (services, _, token) => services.GetRequiredService<Audit.AuditVerification>().PrintAsync(Console.Out, token)),
        new("audit archive", "", NeedsDatabase: true, (services, _, token) => services.GetRequiredService<Audit.AuditArchive>().RunAsync(Console.Out, token)),
        new("encryption rotate", "", NeedsDatabase: true, (services, _, token) => services.GetRequiredService<Security.Encryption.KeyRotation>().RunAsync(Console.Out, token)),
        new("encryption verify", "", NeedsDatabase: true, (services, _, token) => services.GetRequiredService<Security.Encryption.FieldCheck>().PrintAsync(Console.Out, token)),
        new("import fhir", FhirImport.Arguments, NeedsDatabase: true, FhirImport.CommandAsync),
        new("import icd10", "file", NeedsDatabase: true, IcdImport.CommandAsync),
    ];

    /// <summary>The command that the arguments name, or null when the program is to be the hospital.</summary>
    public static Command? Find(string[] arguments) => arguments is [{ } first, ..] && !first.StartsWith('-')
        ? All.FirstOrDefault(command => command.Words.SequenceEqual(arguments.Take(command.Words.Length))) ?? Usage
        : null;

    private static Command Usage => new("", "", NeedsDatabase: false, (_, _, _) =>
    {
        Console.Error.WriteLine("Commands:");
        foreach (var command in All) Console.Error.WriteLine($"  {command.Name} {command.Arguments}");
        return Task.FromResult(2);
    });

    private string[] Words => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs beside a running hospital, whose embedded server it joins, or alone.</summary>
    public async Task<int> RunAsync(WebApplication app, string[] arguments)
    {
        // "dotnet run" moves to the project's folder; a file is named from where the command was typed.
        if (Environment.GetEnvironmentVariable("PWD") is { } typedIn && Directory.Exists(typedIn)) Directory.SetCurrentDirectory(typedIn);

        var rest = arguments[Math.Min(Words.Length, arguments.Length)..];
        var postgres = NeedsDatabase ? app.Services.GetService<EmbeddedPostgres>() : null;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) => { press.Cancel = true; stop.Cancel(); };
        if (postgres is not null) await postgres.StartingAsync(stop.Token);
        Audit.CurrentActor.Become($"Command {Name}");
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            // The hospital opens its ring of keys when it starts; a command has it at hand for the first encrypted field it meets.
            if (NeedsDatabase) scope.ServiceProvider.GetRequiredService<Security.Encryption.KeyRing>();
            return await Act(scope.ServiceProvider, rest, stop.Token);
        }
        finally
        {
            if (postgres is not null) await postgres.StoppedAsync(CancellationToken.None);
        }
    }
}
