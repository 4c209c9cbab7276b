using System.Data.Common;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Audit;

public static class AuditQueries
{
    // SQL Server takes 2,100 values at once.
    private const int EntriesAtOnce = 80;

    private const string LockOnPostgres = "SELECT * FROM \"AuditHead\" FOR UPDATE";
    private const string LockOnSqlServer = "SELECT * FROM \"AuditHead\" WITH (UPDLOCK, ROWLOCK)";

    extension(HospitalContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();
        public DbSet<AuditSegment> AuditSegments => db.Set<AuditSegment>();
        public DbSet<AuditCheck> AuditChecks => db.Set<AuditCheck>();
        public DbSet<UnknownNameCount> UnknownNameCounts => db.Set<UnknownNameCount>();

        /// <summary>Waits for its turn at the end of the chain; the turn lasts until the transaction ends.</summary>
        public Task<AuditHead> LockAuditHeadAsync(CancellationToken token) => db.AuditHeads.FromSqlRaw(LockOf(db)).AsNoTracking().SingleAsync(token);

        /// <summary>
        /// Waits for its turn at the end of the chain and, if that is still <paramref name="from"/>, adds these entries and moves the end to <paramref name="to"/>:
        /// one command for as many as a command takes. False, with nothing written and the turn kept, if the end is another.
        /// Nothing is tracked: entries are never saved again.
        /// </summary>
        public async Task<bool> AppendAuditAsync(IReadOnlyCollection<AuditEntry> entries, AuditHead from, AuditHead to, CancellationToken token)
        {
            foreach (var some in entries.Chunk(EntriesAtOnce))
            {
                using var command = db.Database.GetDbConnection().CreateCommand();
                var moved = Is(db.EndAt(to, command));
                List<string> sql = some[0] == entries.First() ? [LockOf(db), $"UPDATE \"AuditHead\" SET {string.Join(", ", db.EndAt(to, command).Select(c => $"{c.Column} = {c.Value}"))} WHERE {Is(db.EndAt(from, command))}"] : [];
                sql.AddRange(some.Select(entry => db.Insertion(entry, command, moved)));
                var values = command.Parameters.Cast<DbParameter>().ToList();
                command.Parameters.Clear();
                if (await db.Database.ExecuteSqlRawAsync(string.Join(";\n", sql), values, token) <= 0) return false;
            }
            return true;
        }

        private string Insertion(AuditEntry entry, DbCommand command, string moved)
        {
            var columns = db.Columns(entry, command, _ => true);
            return $"INSERT INTO \"AuditEntry\" ({string.Join(", ", columns.Select(c => c.Column))}) SELECT {string.Join(", ", columns.Select(c => c.Value))} WHERE EXISTS (SELECT 1 FROM \"AuditHead\" WHERE {moved})";
        }

        private List<(string Column, string Value)> EndAt(AuditHead head, DbCommand command) =>
            db.Columns(head, command, property => property.Name is nameof(AuditHead.Sequence) or nameof(AuditHead.Hash) or nameof(AuditHead.Seal));

        private List<(string Column, string Value)> Columns(object row, DbCommand command, Func<IProperty, bool> which) =>
            [.. db.Model.FindEntityType(row.GetType())!.GetProperties().Where(which).Select(property => ($"\"{property.GetColumnName()}\"", Parameter(property, row, command)))];
    }

    extension(IQueryable<AuditEntry> entries)
    {
        public IQueryable<AuditEntry> OfPatient(Guid? patientId) => entries.Where(e => e.PatientId != null && e.PatientId == patientId);
    }

    private static string LockOf(HospitalContext db) => db.Database.IsSqlServer() ? LockOnSqlServer : LockOnPostgres;

    private static string Is(IEnumerable<(string Column, string Value)> columns) => string.Join(" AND ", columns.Select(c => $"{c.Column} = {c.Value}"));

    private static string Parameter(IProperty property, object row, DbCommand command)
    {
        var name = $"@p{command.Parameters.Count}";
        var value = property.Name == VersionStamp.Name ? Guid.NewGuid() : property.GetGetter().GetClrValue(row);
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable));
        return name;
    }
}
