using System.Collections.Concurrent;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Live;

/// <summary>The pages that listen to this server, by the session they belong to: a session that is over stops listening too.</summary>
public sealed class LiveConnections
{
    private const int AtOnce = 500;
    private readonly ConcurrentDictionary<string, (Guid Session, HubCallerContext Connection)> open = [];

    public void Add(HubCallerContext connection)
    {
        if (connection.User?.SessionId is { } session) open[connection.ConnectionId] = (session, connection);
    }

    public void Remove(HubCallerContext connection) => open.TryRemove(connection.ConnectionId, out _);

    public async Task CloseEndedAsync(HospitalContext db, DateTimeOffset now, CancellationToken token)
    {
        foreach (var some in open.Values.Select(c => c.Session).Distinct().Chunk(AtOnce))
        {
            var alive = await db.Sessions.Alive(now).Where(s => some.Contains(s.Id)).Select(s => s.Id).ToListAsync(token);
            foreach (var (_, (session, connection)) in open.Where(c => some.Contains(c.Value.Session) && !alive.Contains(c.Value.Session))) connection.Abort();
        }
    }
}
