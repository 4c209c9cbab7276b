using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HospitalWeb.Data;

/// <summary>
/// The database's own second look at whose rows are read: see database/Postgres/RowSecurity.sql and database/SqlServer/RowSecurity.sql.
/// Whose page it is travels in front of the page's first question, so that it costs no question of its own.
/// </summary>
public sealed class RowSecurity : DbCommandInterceptor
{
    private string? announcement;

    /// <summary>From here on this context's connection shows the rows of one patient and of nobody else, until the context is gone: then the connection forgets it.</summary>
    public async Task SeeOnlyAsync(HospitalContext db, Guid patient, CancellationToken token = default)
    {
        // A connection that is closed between two questions would forget it between them.
        await db.Database.OpenConnectionAsync(token);
        announcement = db.Database.IsSqlServer() ? $"EXEC sp_set_session_context N'patient', '{patient}'; " : $"SET ROLE hospital_page; SET hospital.patient = '{patient}'; ";
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result)
    {
        Announce(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken token = default)
    {
        Announce(command);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result)
    {
        Announce(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken token = default)
    {
        Announce(command);
        return new(result);
    }

    private void Announce(DbCommand command)
    {
        if (announcement is null) return;

        command.CommandText = announcement + command.CommandText;
        announcement = null;
    }
}
