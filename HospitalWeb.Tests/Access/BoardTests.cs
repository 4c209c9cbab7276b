using System.Net.WebSockets;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Access;

/// <summary>Every live board, asked for by everybody.</summary>
public sealed class BoardTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    private const char End = '\u001e';

    [Fact]
    public async Task A_board_is_shown_to_the_roles_of_the_table_and_to_nobody_else()
    {
        List<string> wrong = [];
        foreach (var role in AccessTable.Everybody)
        {
            using var socket = await Connect(role);
            foreach (var board in AccessTable.Boards.Keys.Append("no-such-board"))
            {
                await Say(socket, $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{board}}"]}""");
                var opens = !(await Hear(socket)).Contains("There is no such board", StringComparison.Ordinal);
                if (opens != AccessTable.Boards.GetValueOrDefault(board, []).Contains(role)) wrong.Add($"{board} {(opens ? "is open" : "is closed")} to {role}");
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(Board.All.Select(board => board.Name).Order(), AccessTable.Boards.Keys.Order());
    }

    [Fact]
    public async Task Nobody_connects_without_signing_in() =>
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => app.Server.CreateWebSocketClient().ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None));

    private async Task<WebSocket> Connect(Role role)
    {
        var client = app.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers[HeaderSignIn.RoleHeader] = role.ToString();
        var socket = await client.ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None);
        await Say(socket, """{"protocol":"json","version":1}""");
        await Hear(socket);
        return socket;
    }

    private static Task Say(WebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Pings are not answers.
    private static async Task<string> Hear(WebSocket socket)
    {
        using var wait = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        while (true)
        {
            var heard = await socket.ReceiveAsync(buffer, wait.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, heard.Count);
            if (!text.Contains("\"type\":6", StringComparison.Ordinal)) return text;
        }
    }
}
