using System.Data.Common;
using HospitalWeb.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Audit;

public static class AuditQueries
{
    // SQL Server takes 2,100 values at once.
    private const int EntriesAtOnce = 80;

    // Every save and every opening of a record asks this: it is translated once.
    private static readonly Func<HospitalContext, CancellationToken, Task<AuditHead>> LockOnPostgres =
        EF.CompileAsyncQuery((HospitalContext db, CancellationToken token) => db.Set<AuditHead>().FromSqlRaw("SELECT * FROM \"AuditHead\" FOR UPDATE").AsNoTracking().Single());

    private static readonly Func<HospitalContext, CancellationToken, Task<AuditHead>> LockOnSqlServer =
        EF.CompileAsyncQuery((HospitalContext db, CancellationToken token) => db.Set<AuditHead>().FromSqlRaw("SELECT * FROM \"AuditHead\" WITH (UPDLOCK, ROWLOCK)").AsNoTracking().Single());

    extension(HospitalContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();
        public DbSet<AuditSegment> AuditSegments => db.Set<AuditSegment>();
        public DbSet<AuditCheck> AuditChecks => db.Set<AuditCheck>();
        public DbSet<UnknownNameCount> UnknownNameCounts => db.Set<UnknownNameCount>();

        /// <summary>Waits for its turn at the end of the chain; the turn lasts until the transaction ends.</summary>
        public Task<AuditHead> LockAuditHeadAsync(CancellationToken token) => db.Database.IsSqlServer() ? LockOnSqlServer(db, token) : LockOnPostgres(db, token);

        /// <summary>Adds these entries to the trail and moves its end, in one command for as many as a command takes. Nothing is tracked: entries are never saved again.</summary>
        public async Task AppendAuditAsync(IReadOnlyCollection<AuditEntry> entries, AuditHead head, CancellationToken token)
        {
            foreach (var some in entries.Chunk(EntriesAtOnce))
            {
                using var command = db.Database.GetDbConnection().CreateCommand();
                var sql = some.Select(entry => db.Insertion(entry, command)).ToList();
                if (some[^1] == entries.Last()) sql.Add(db.Move(head, command));
                var values = command.Parameters.Cast<DbParameter>().ToList();
                command.Parameters.Clear();
                await db.Database.ExecuteSqlRawAsync(string.Join(";\n", sql), values, token);
            }
        }

        private string Insertion(AuditEntry entry, DbCommand command)
        {
            var columns = db.Columns(entry, command);
            return $"INSERT INTO \"AuditEntry\" ({string.Join(", ", columns.Select(c => c.Column))}) VALUES ({string.Join(", ", columns.Select(c => c.Value))})";
        }

        private string Move(AuditHead head, DbCommand command) => $"UPDATE \"AuditHead\" SET {string.Join(", ", db.Columns(head, command).Where(c => c.Column != "\"Id\"").Select(c => $"{c.Column} = {c.Value}"))}";

        private List<(string Column, string Value)> Columns(object row, DbCommand command) =>
            [.. db.Model.FindEntityType(row.GetType())!.GetProperties().Select(property => ($"\"{property.GetColumnName()}\"", Parameter(property, row, command)))];
    }

    extension(IQueryable<AuditEntry> entries)
    {
        public IQueryable<AuditEntry> OfPatient(Guid? patientId) => entries.Where(e => e.PatientId != null && e.PatientId == patientId);
    }

    private static string Parameter(IProperty property, object row, DbCommand command)
    {
        var name = $"@p{command.Parameters.Count}";
        var value = property.Name == VersionStamp.Name ? Guid.NewGuid() : property.GetGetter().GetClrValue(row);
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable));
        return name;
    }
}
