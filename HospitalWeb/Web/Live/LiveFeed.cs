using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Security;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Live;

/// <summary>
/// Looks once a second at the end of the audit trail and tells this server's pages which boards have changed, whichever server changed them. What other servers changed of roles and of the hospital itself is read anew, and connections whose session is over are closed.
/// It also keeps the end in mind beside the key, so that a cut-off trail is noticed.
/// </summary>
internal sealed partial class LiveFeed(IServiceScopeFactory scopes, IHubContext<LiveHub> hub, LiveConnections connections, RolePermissions permissions, FacilityBook book, TimeProvider time, AuditKey key, ILogger<LiveFeed> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private long? seen;

    protected override async Task ExecuteAsync(CancellationToken token)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await LookAsync(token);
            }
#pragma warning disable CA1031 // Whatever is wrong with the database now may be right again in a second.
            catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Missed(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(token));
    }

    private async Task LookAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        await connections.CloseEndedAsync(db, time.GetUtcNow(), token);
        var head = await db.AuditHeads.AsNoTracking().Select(h => new { h.Sequence, h.Hash }).SingleAsync(token);
        if (head.Sequence == seen) return;

        if (head.Sequence > 0) key.Remember(head.Sequence, head.Hash);
        if (seen is { } last)
        {
            var rows = await db.AuditEntries.Where(entry => entry.Sequence > last && entry.Sequence <= head.Sequence).Select(entry => entry.EntityType).Distinct().ToListAsync(token);
            if (rows.Contains(nameof(AccountRole))) permissions.Forget();
            if (rows.Contains(nameof(Facility))) book.Forget();
            foreach (var board in Board.ConcernedBy(rows)) await hub.Clients.Group(board.Name).SendAsync("changed", board.Name, token);
        }

        seen = head.Sequence;
    }

    [LoggerMessage(LogLevel.Warning, "The live boards could not look for news.")]
    private partial void Missed(Exception problem);
}
