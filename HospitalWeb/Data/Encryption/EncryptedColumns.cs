using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Encryption;

/// <summary>A column of the database that holds encrypted texts: one, or a JSON document of them.</summary>
public sealed record EncryptedColumn(string Table, string Name, string Place, IComplexType? Document, bool IsGuarded)
{
    public bool IsJson => Document is not null;

    /// <summary>Whatever stands where a ciphertext should.</summary>
    public IEnumerable<string> FieldsIn(string cell) => (Document is null ? [cell] : TextsIn(Document, JsonDocument.Parse(cell).RootElement)).Where(text => text.Length > 0);

    private static IEnumerable<string> TextsIn(IComplexType type, JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(one => TextsIn(type, one)),
        JsonValueKind.Object => [
            .. type.GetProperties().Where(EncryptedShape.IsEncrypted).Select(p => part.TryGetProperty(p.GetJsonPropertyName()!, out var text) ? text.ToString() : ""),
            .. type.GetComplexProperties().SelectMany(inner => part.TryGetProperty(inner.GetJsonPropertyName()!, out var deeper) ? TextsIn(inner.ComplexType, deeper) : [])],
        _ => [],
    };
}

/// <summary>What lies in an encrypted column of one row, as the database sees it.</summary>
public sealed record EncryptedCell(Guid Id, string Text);

public static class EncryptedColumnQueries
{
    private const int AtOnce = 200, IdLength = 36;

    extension(HospitalContext db)
    {
        public IReadOnlyList<EncryptedColumn> EncryptedColumns =>
            [.. db.Model.GetEntityTypes().SelectMany(entity => In(entity, entity, entity.ClrType.Name)).OrderBy(column => column.Place, StringComparer.Ordinal)];

        /// <summary>All cells that hold anything, a few rows at a time, in the order of their ids.</summary>
        public async IAsyncEnumerable<List<EncryptedCell>> CellsAsync(EncryptedColumn column, [EnumeratorCancellation] CancellationToken token)
        {
            var text = db.TextOf(column);
            for (var after = Guid.Empty; ;)
            {
                var sql = db.Database.IsSqlServer()
                    ? $"SELECT TOP({AtOnce}) CONCAT(\"Id\", {text}) AS \"Value\" FROM \"{column.Table}\" WHERE \"Id\" > {{0}} AND {text} IS NOT NULL ORDER BY \"Id\""
                    : $"SELECT \"Id\"::text || {text} AS \"Value\" FROM \"{column.Table}\" WHERE \"Id\" > {{0}} AND {text} IS NOT NULL ORDER BY \"Id\" LIMIT {AtOnce}";
                var cells = (await db.Database.SqlQueryRaw<string>(sql, after).ToListAsync(token)).ConvertAll(cell => new EncryptedCell(Guid.Parse(cell.AsSpan(0, IdLength)), cell[IdLength..]));
                if (cells.Count > 0) yield return cells;
                if (cells.Count < AtOnce) yield break;
                after = cells[^1].Id;
            }
        }

        /// <summary>Writes the same texts under another key. Whoever changed the row meanwhile has already written with that key, and is left alone.</summary>
        public async Task RewriteAsync(EncryptedColumn column, IEnumerable<(EncryptedCell Old, string New)> cells, CancellationToken token)
        {
            var (isSqlServer, table) = (db.Database.IsSqlServer(), column.Table);
            var lookAway = isSqlServer ? $"DISABLE TRIGGER ALL ON \"{table}\"" : $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER";
            var lookAgain = isSqlServer ? $"ENABLE TRIGGER ALL ON \"{table}\"" : $"ALTER TABLE \"{table}\" ENABLE TRIGGER USER";
            var write = $"UPDATE \"{table}\" SET \"{column.Name}\" = {(column.IsJson && !isSqlServer ? "{0}::jsonb" : "{0}")} WHERE \"Id\" = {{1}} AND {db.TextOf(column)} = {{2}}";
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            // What was signed keeps every word of it, so the guard looks away for this transaction only.
            if (column.IsGuarded) await db.Database.ExecuteSqlRawAsync(lookAway, token);
            foreach (var (old, text) in cells) await db.Database.ExecuteSqlRawAsync(write, [text, old.Id, old.Text], token);
            if (column.IsGuarded) await db.Database.ExecuteSqlRawAsync(lookAgain, token);
            await transaction.CommitAsync(token);
        }

        private string TextOf(EncryptedColumn column) => db.Database.IsSqlServer() ? $"CAST(\"{column.Name}\" AS nvarchar(max))" : $"\"{column.Name}\"::text";
    }

    private static IEnumerable<EncryptedColumn> In(IEntityType entity, ITypeBase type, string place)
    {
        var (table, isGuarded) = (entity.GetTableName()!, entity.GetDeclaredTriggers().Any());
        foreach (var property in type.GetProperties().Where(EncryptedShape.IsEncrypted)) yield return new(table, property.GetColumnName(StoreObjectIdentifier.Table(table))!, $"{place}.{property.Name}", Document: null, isGuarded);

        foreach (var part in type.GetComplexProperties())
            if (!part.ComplexType.IsMappedToJson())
                foreach (var inside in In(entity, part.ComplexType, $"{place}.{part.Name}")) yield return inside;
            else if (HoldsEncrypted(part.ComplexType)) yield return new(table, part.ComplexType.GetContainerColumnName()!, $"{place}.{part.Name}", part.ComplexType, isGuarded);
    }

    private static bool HoldsEncrypted(IComplexType type) => type.GetProperties().Any(EncryptedShape.IsEncrypted) || type.GetComplexProperties().Any(part => HoldsEncrypted(part.ComplexType));
}
