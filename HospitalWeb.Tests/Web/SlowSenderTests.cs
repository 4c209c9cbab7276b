using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Tests.Web;

/// <summary>Two thousand senders who never finish, half in their headers and half in their form, on the real server with the limits it comes with.</summary>
public sealed class SlowSenderTests(TestServer server) : IAsyncLifetime
{
    private const int Senders = 1000, AtOnceForOne = 50;
    private static readonly TimeSpan HeadersBy = TimeSpan.FromSeconds(15), Slack = TimeSpan.FromSeconds(10);
    private readonly HospitalApp app = new(server) { Settings = { ["Limits:Run"] = "true" } };
    private readonly List<Socket> sockets = [];
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.UseKestrel(0);
        app.StartServer();
        address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in sockets) socket.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public void How_long_and_how_many_is_said_and_not_left_to_the_server()
    {
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((HeadersBy, 240d, TimeSpan.FromSeconds(5), 5000L), (limits.RequestHeadersTimeout, limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod, limits.MaxConcurrentConnections!.Value));
    }

    [Fact]
    public async Task Everybody_else_is_answered_and_they_are_dropped()
    {
        using var nurse = new HttpClient { BaseAddress = address };
        nurse.DefaultRequestHeaders.Add(HeaderSignIn.RoleHeader, nameof(Role.Nurse));
        await nurse.GetAsync("/nurse");
        var inHeaders = await SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        var inForm = await SendAsync("POST /privacy HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\na=");
        var began = Stopwatch.StartNew();

        List<double> waits = [];
        for (var asked = 0; asked < 60; asked++)
        {
            var asking = Stopwatch.StartNew();
            using var answer = await nurse.GetAsync(asked % 2 == 0 ? "/nurse" : "/health/ready");
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
            waits.Add(asking.Elapsed.TotalSeconds);
        }

        var answers = await Task.WhenAll(inForm.Select(AnswerAsync));
        var dropped = await Task.WhenAll(inHeaders.Select(AnswerAsync));
        TestContext.Current.TestOutputHelper?.WriteLine($"95th percentile {waits.Order().ElementAt(57):0.00} s, all gone after {began.Elapsed.TotalSeconds:0} s, {answers.Count(a => a.Contains("429", StringComparison.Ordinal))} told to come back");
        Assert.InRange(waits.Order().ElementAt(57), 0, 2);
        Assert.InRange(began.Elapsed, TimeSpan.Zero, HeadersBy + Slack);
        // Those beyond one address's share are told at once to come back; the others are waited for until they are too slow.
        var told = answers.Where(a => a.StartsWith("HTTP/1.1 429", StringComparison.Ordinal)).ToList();
        Assert.InRange(told.Count, Senders - 2 * AtOnceForOne, Senders - AtOnceForOne + 1);
        Assert.All(told, a => Assert.Contains("Retry-After:", a, StringComparison.Ordinal));
        Assert.All(dropped, a => Assert.True(a == "" || a.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), a));
    }

    private async Task<List<Socket>> SendAsync(string beginning)
    {
        List<Socket> begun = [];
        for (var sender = 0; sender < Senders; sender++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            begun.Add(socket);
            await socket.ConnectAsync("127.0.0.1", address.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
        }
        return begun;
    }

    // What the server says before it hangs up.
    private static async Task<string> AnswerAsync(Socket socket)
    {
        var (said, buffer) = (new StringBuilder(), new byte[4096]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var count and > 0) said.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // Hung up without a word.
        }
        return said.ToString();
    }
}
