using System.Text.Json;
using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;

namespace HospitalWeb.Security.Encryption;

/// <summary>An encrypted field that is not what was written there.</summary>
public sealed record FieldFault(string Place, Guid Row, string Sentence);

/// <summary>Opens every encrypted field and says which were changed or moved in the database.</summary>
public sealed class FieldCheck(HospitalContext db)
{
    private const int MostNamed = 200;

    public async Task<(long Fields, IReadOnlyList<FieldFault> Faults)> RunAsync(CancellationToken token)
    {
        var (fields, faults) = (0L, new List<FieldFault>());
        foreach (var column in db.EncryptedColumns)
            await foreach (var page in db.CellsAsync(column, token))
                foreach (var cell in page)
                {
                    var (count, sentence) = Look(column, cell);
                    fields += count;
                    if (sentence is not null && faults.Count < MostNamed) faults.Add(new(column.Place, cell.Id, sentence));
                }

        return (fields, faults);
    }

    /// <summary>The command: 0 when every field is whole and in its place.</summary>
    public async Task<int> PrintAsync(TextWriter output, CancellationToken token)
    {
        var (fields, faults) = await RunAsync(token);
        foreach (var fault in faults) await output.WriteLineAsync(fault.Sentence);
        await output.WriteLineAsync(Sentence(fields, faults));
        return faults.Count == 0 ? 0 : 1;
    }

    public static string Sentence(long fields, IReadOnlyList<FieldFault> faults) => faults.Count == 0
        ? FormattableString.Invariant($"{fields} encrypted fields, each whole and in its place.")
        : FormattableString.Invariant($"{fields} encrypted fields; {(faults.Count < MostNamed ? "" : "at least ")}{faults.Count} {(faults.Count == 1 ? "is" : "are")} not as written.");

    private static (int Fields, string? Fault) Look(EncryptedColumn column, EncryptedCell cell)
    {
        var count = 0;
        try
        {
            foreach (var field in column.FieldsIn(cell.Text))
            {
                count++;
                if (FieldCipher.Open(column.Place, field).Row != cell.Id) return (count, $"{column.Place} of {cell.Id} holds another row's text.");
            }

            return (count, null);
        }
        catch (FieldTampered tampered) { return (count, $"{column.Place} of {cell.Id} does not open: {tampered.Message}"); }
        catch (JsonException) { return (count + 1, $"{column.Place} of {cell.Id} is no document any more."); }
    }
}
