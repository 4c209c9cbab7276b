using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Interop.Fhir;

/// <summary>The rows that a file may speak of: what was imported before, asked for in few commands, and what the file itself adds.</summary>
internal sealed class KnownRows(HospitalContext db)
{
    // SQL Server takes about two thousand parameters in one command.
    private const int AtOnce = 1000;

    private readonly Dictionary<(Type, string), object> rows = [];
    private readonly HashSet<(Type, string)> keys = [];
    private readonly HashSet<(string System, string Value)> identifiers = [];

    public bool Has<T>(string key) => keys.Contains((typeof(T), key));

    public T? Row<T>(string key) where T : class => rows.GetValueOrDefault((typeof(T), key)) as T;

    public void Add<T>(T row, string key) where T : class
    {
        db.Add(row);
        keys.Add((typeof(T), key));
        rows[(typeof(T), key)] = row;
    }

    /// <summary>False when the number already names another patient.</summary>
    public bool ClaimIdentifier(string system, string value) => identifiers.Add((system, PatientIdentifier.Plain(value)));

    /// <summary>Learns which of the keys are taken.</summary>
    public async Task LearnAsync<T>(IEnumerable<string> wanted, CancellationToken token) where T : class, IImported
    {
        foreach (var some in wanted.Distinct().Chunk(AtOnce))
            foreach (var taken in await db.Set<T>().Where(row => some.Contains(row.ImportedFrom!)).Select(row => row.ImportedFrom!).ToListAsync(token))
                keys.Add((typeof(T), taken));
    }

    /// <summary>Fetches the rows of the keys: others will refer to them.</summary>
    public async Task FetchAsync<T>(IEnumerable<string> wanted, CancellationToken token) where T : class, IImported
    {
        foreach (var some in wanted.Distinct().Chunk(AtOnce))
        {
            foreach (var row in await db.Set<T>().Where(row => some.Contains(row.ImportedFrom!)).ToListAsync(token))
            {
                keys.Add((typeof(T), row.ImportedFrom!));
                rows[(typeof(T), row.ImportedFrom!)] = row;
            }
        }
    }

    public async Task LearnIdentifiersAsync(IEnumerable<string> values, CancellationToken token)
    {
        foreach (var some in values.Select(value => BlindIndex.Identifier.Of(db, value)).Distinct().Chunk(AtOnce))
            foreach (var taken in await db.Set<PatientIdentifier>().Where(i => some.Contains(EF.Property<long?>(i, BlindIndex.IdentifierColumn))).Select(i => new { i.System, i.Value }).ToListAsync(token))
                identifiers.Add((taken.System, PatientIdentifier.Plain(taken.Value)));
    }
}
