using System.Data.Common;
using System.Runtime.CompilerServices;
using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HospitalWeb.Data.Encryption;

/// <summary>
/// Binds each encrypted text to its row before it is written, and refuses a row that holds another row's text.
/// JSON documents are filled in after their row is made: those are looked at when the next row comes, or the last one has.
/// </summary>
internal sealed class EncryptedRows : SaveChangesInterceptor, IMaterializationInterceptor, IDbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, List<(object Row, Guid Id, IReadOnlyList<EncryptedShape> Shapes)>> Waiting = [];
    public static readonly EncryptedRows Instance = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken token = default) => new(SavingChanges(data, result));

    public override InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result)
    {
        foreach (var row in data.Context!.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            BlindIndex.Fill(row);
            Bind(row);
        }

        return result;
    }

    public object InitializedInstance(MaterializationInterceptionData data, object row)
    {
        if (EncryptedShape.Of(data.EntityType) is not { Count: > 0 } shapes) return row;

        var id = data.GetPropertyValue<Guid>("Id");
        if (data.Context is { } db)
        {
            Check(db);
            Waiting.GetOrCreateValue(db).Add((row, id, shapes));
        }

        return row;
    }

    public InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData data, InterceptionResult result)
    {
        if (data.Context is { } db) Check(db);
        return result;
    }

    private static void Check(DbContext db)
    {
        if (!Waiting.TryGetValue(db, out var rows) || rows.Count == 0) return;

        var seen = rows.ToList();
        rows.Clear();
        foreach (var (row, id, shapes) in seen) Check(row, id, shapes);
    }

    private static void Check(object row, Guid id, IReadOnlyList<EncryptedShape> shapes)
    {
        foreach (var shape in shapes)
            foreach (var (_, text) in shape.TextsOf(row))
                if (Binding.Of(text, shape.Place) is { } binding && binding.Row != id)
                    throw FieldTampered.Moved(shape.Place, id, binding.Row);
    }

    private static void Bind(EntityEntry row)
    {
        if (EncryptedShape.Of(row.Metadata) is not { Count: > 0 } shapes) return;

        var (id, key) = ((Guid)row.Property("Id").CurrentValue!, KeyRing.Of(row.Context).Current(KeyPurpose.Fields));
        foreach (var shape in shapes)
            foreach (var (owner, text) in shape.TextsOf(row.Entity).ToList())
            {
                var own = text;
                // The same object in two rows: this row gets a copy, unless both share what holds it.
                if (Binding.Of(text, shape.Place) is { } other && other.Row != id) shape.Property.SetValue(owner, own = new string(text.AsSpan()));
                Binding.Bind(own, shape.Place, id, key);
            }

        foreach (var shape in shapes)
            foreach (var (_, text) in shape.TextsOf(row.Entity))
                if (Binding.Of(text, shape.Place)?.Row != id) throw new InvalidOperationException($"{shape.Place} of {id} shares its text with another row: give each a copy.");
    }
}
