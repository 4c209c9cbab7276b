using System.Net.WebSockets;
using System.Text;
using HospitalWeb.Web.Live;

namespace HospitalWeb.Tests.Support;

/// <summary>A page's connection to the live boards, message by message.</summary>
internal sealed class LiveLine : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebSocket socket;

    private LiveLine(WebSocket socket) => this.socket = socket;

    public static async Task<LiveLine> OpenAsync(HospitalApp app, Action<HttpRequest>? who = null)
    {
        var client = app.Server.CreateWebSocketClient();
        client.ConfigureRequest = who;
        var line = new LiveLine(await client.ConnectAsync(new("ws://localhost" + LiveHub.Path), CancellationToken.None));
        await line.SayAsync("""{"protocol":"json","version":1}""");
        await line.HearAsync();
        return line;
    }

    /// <summary>Asks to be told of a board's news: what the server says to that.</summary>
    public async Task<string> WatchAsync(string board)
    {
        await SayAsync($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{board}}"]}""");
        return await HearAsync();
    }

    // Pings are not news.
    public async Task<string> HearAsync(TimeSpan? patience = null)
    {
        using var wait = new CancellationTokenSource(patience ?? Patience);
        var buffer = new byte[4096];
        while (true)
        {
            var heard = await socket.ReceiveAsync(buffer, wait.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, heard.Count);
            if (!text.Contains("\"type\":6", StringComparison.Ordinal)) return text;
        }
    }

    /// <summary>Whether the server ends it.</summary>
    public async Task<bool> EndsAsync()
    {
        using var wait = new CancellationTokenSource(Patience);
        try
        {
            while ((await socket.ReceiveAsync(new byte[4096], wait.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (Exception hungUp) when (hungUp is WebSocketException or IOException)
        {
            // Hung up without a word.
        }
        return true;
    }

    public void Dispose() => socket.Dispose();

    private Task SayAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
