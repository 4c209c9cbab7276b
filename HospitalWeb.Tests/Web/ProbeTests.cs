using System.Net.Sockets;
using System.Text;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HospitalWeb.Tests.Web;

/// <summary>Requests that no browser sends, byte by byte to the real server.</summary>
public sealed class ProbeTests(TestServer server) : IAsyncLifetime
{
    private readonly HospitalApp app = new(server) { Settings = { ["PublicUrl"] = "https://hospital.example" } };
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.UseKestrel(0);
        app.StartServer();
        address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static TheoryData<string, string, string> Probes => new()
    {
        { "another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400" },
        { "another host in the request line", "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400" },
        { "a request line and a host that differ", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", "400" },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "400" },
        { "no host", "GET / HTTP/1.1\r\n\r\n", "400" },
        { "an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400" },
        { "a line feed in a chunk's extension", "POST /Identity/Account/Login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n1;a\nb\r\nx\r\n0\r\n\r\n", "400" },
        { "two lengths", "POST /Identity/Account/Login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "400" },
        { "a length and chunks", "POST /Identity/Account/Login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400" },
        { "a folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n", "400" },
        { "a huge header", $"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a={new string('x', 40_000)}\r\n\r\n", "431" },
        { "a huge address", $"GET /{new string('x', 20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", "414" },
        { "a broken escape", "GET /% HTTP/1.1\r\nHost: localhost\r\n\r\n", "404" },
        { "bytes that are no text", "GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n", "40" },
        { "a zero byte", "GET /a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n", "400" },
        { "a way out of the folder", "GET /css/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n", "404" },
        { "a page that pretends to be a file", "GET /Identity/Account/Login/x.css HTTP/1.1\r\nHost: localhost\r\n\r\n", "404" },
        { "a page with a parameter in its path", "GET /Identity/Account/Login;.js HTTP/1.1\r\nHost: localhost\r\n\r\n", "404" },
        { "too large a form", "POST /Identity/Account/Login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000000\r\n\r\n", "400" },
        { "a type that is none", "POST /Identity/Account/Login HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 1\r\n\r\nx", "400" },
        { "a forged sender", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n\r\n", "200" },
    };

    [Theory, MemberData(nameof(Probes))]
    public async Task A_strange_request_is_refused_and_learns_nothing(string what, string request, string status)
    {
        var answer = await Ask(request);

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        foreach (var word in new[] { "   at ", "Exception", "Npgsql", "SELECT", "/work", ".cs:", "Server:", "Kestrel", "ASP.NET", "Strict-Transport-Security" }) Assert.False(answer.Contains(word, StringComparison.OrdinalIgnoreCase), $"{what}: the answer says {word}");
    }

    // Only the head ends with the first empty line; a chunked body has others.
    private static string ClosingAfter(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return $"{request[..end]}\r\nConnection: close{request[end..]}";
    }

    private async Task<string> Ask(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(ClosingAfter(request)));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            return await reader.ReadToEndAsync(limit.Token);
        }
        catch (IOException)
        {
            return "closed";
        }
    }
}
