using HospitalWeb.Data;
using HospitalWeb.Data.Encryption;

namespace HospitalWeb.Security.Encryption;

/// <summary>Opens every encrypted field and says which were changed or moved in the database.</summary>
public sealed class FieldCheck(HospitalContext db)
{
    private const int MostNamed = 20;

    public async Task<(long Fields, IReadOnlyList<string> Faults)> RunAsync(CancellationToken token)
    {
        var (fields, faults) = (0L, new List<string>());
        foreach (var column in db.EncryptedColumns)
            await foreach (var page in db.CellsAsync(column, token))
                foreach (var cell in page)
                    foreach (System.Text.RegularExpressions.Match field in FieldCipher.Fields().Matches(cell.Text))
                    {
                        fields++;
                        if (faults.Count < MostNamed && Fault(column, cell.Id, field.Value) is { } fault) faults.Add(fault);
                    }

        return (fields, faults);
    }

    /// <summary>The command: 0 when every field is whole and in its place.</summary>
    public async Task<int> PrintAsync(TextWriter output, CancellationToken token)
    {
        var (fields, faults) = await RunAsync(token);
        foreach (var fault in faults) await output.WriteLineAsync(fault);
        await output.WriteLineAsync(faults.Count == 0 ? FormattableString.Invariant($"{fields} encrypted fields, each whole and in its place.") : FormattableString.Invariant($"{fields} encrypted fields; at least {faults.Count} are not as they were written."));
        return faults.Count == 0 ? 0 : 1;
    }

    private static string? Fault(EncryptedColumn column, Guid id, string field)
    {
        try { return FieldCipher.Open(column.Place, field).Row == id ? null : $"{column.Place} of {id} holds another row's text."; }
        catch (FieldTampered tampered) { return tampered.Message; }
    }
}
