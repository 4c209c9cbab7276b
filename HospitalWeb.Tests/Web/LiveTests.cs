using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Web;

public sealed class LiveTests(TestServer server) : IAsyncLifetime
{
    private const char End = '\u001e';
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private readonly HospitalApp here = new(server) { Settings = { ["Live:Run"] = "true" } };
    private readonly HospitalApp there = new(server);

    public async ValueTask InitializeAsync()
    {
        await here.InitializeAsync();
        there.UseDatabase(here.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
    }

    [Fact]
    public async Task A_board_is_told_within_two_seconds_of_what_another_server_did()
    {
        using var board = await Watch("queue", Role.Receptionist);
        var visit = Given.Appointment(Given.Patient(), Given.Doctor());
        _ = there.Services;

        var waited = Stopwatch.StartNew();
        await there.Save(visit);
        var news = await Hear(board, TimeSpan.FromSeconds(20));

        Assert.Contains("\"changed\",\"arguments\":[\"queue\"]", news, StringComparison.Ordinal);
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task A_board_is_not_told_of_what_does_not_concern_it()
    {
        using var board = await Watch("beds", Role.WardManager);

        await here.Save(Given.Appointment(Given.Patient(), Given.Doctor()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Hear(board, Soon));
    }

    [Fact]
    public async Task Nobody_watches_a_board_of_an_area_that_is_closed_to_them()
    {
        using var board = await Connect(Role.BillingClerk);

        await Say(board, """{"type":1,"invocationId":"1","target":"Watch","arguments":["pharmacy"]}""");

        Assert.Contains("There is no such board", await Hear(board, TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "Appointment", "OutgoingMail" }, new[] { "queue" })]
    [InlineData(new[] { "OutgoingMail" }, new string[0])]
    [InlineData(new[] { "Batch" }, new[] { "queue", "pharmacy", "lab", "beds", "bell" })]
    public void A_change_concerns_the_boards_that_show_it(string[] rows, string[] boards) => Assert.Equal(boards, Board.ConcernedBy(rows).Select(board => board.Name));

    private async Task<WebSocket> Watch(string name, Role role)
    {
        var socket = await Connect(role);
        await Say(socket, $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{name}}"]}""");
        Assert.Contains("\"type\":3", await Hear(socket, TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
        return socket;
    }

    private async Task<WebSocket> Connect(Role role)
    {
        var client = here.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers[HeaderSignIn.RoleHeader] = role.ToString();
        var socket = await client.ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None);
        await Say(socket, """{"protocol":"json","version":1}""");
        await Hear(socket, TimeSpan.FromSeconds(20));
        return socket;
    }

    private static Task Say(WebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Pings are not news.
    private static async Task<string> Hear(WebSocket socket, TimeSpan patience)
    {
        using var wait = new CancellationTokenSource(patience);
        var buffer = new byte[4096];
        while (true)
        {
            var heard = await socket.ReceiveAsync(buffer, wait.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, heard.Count);
            if (!text.Contains("\"type\":6", StringComparison.Ordinal)) return text;
        }
    }
}
