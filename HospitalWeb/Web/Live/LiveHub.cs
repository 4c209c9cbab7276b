using HospitalWeb.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace HospitalWeb.Web.Live;

/// <summary>Tells a page that its board has changed, never what: the page asks for itself, with its own permissions.</summary>
[Authorize]
public sealed class LiveHub(RolePermissions roles, LiveConnections connections) : Hub
{
    public const string Path = "/live";

    public override Task OnConnectedAsync()
    {
        connections.Add(Context);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        return base.OnDisconnectedAsync(exception);
    }

    public async Task Watch(string name)
    {
        var board = Board.All.FirstOrDefault(b => b.Name == name);
        if (board is null || !board.ForAnyOf.Any(permission => roles.Allow(Context.User!, permission))) throw new HubException("There is no such board.");

        await Groups.AddToGroupAsync(Context.ConnectionId, board.Name);
    }
}
