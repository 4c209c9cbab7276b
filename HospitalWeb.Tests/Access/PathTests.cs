using System.Net.Sockets;
using System.Text;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HospitalWeb.Tests.Access;

/// <summary>One page under all the addresses that might pass for another, byte by byte to the real server.</summary>
public sealed class PathTests(TestServer server) : IAsyncLifetime
{
    private const string Inside = "Permissions down, roles across";
    private readonly HospitalApp app = new(server);
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.UseKestrel(0);
        app.StartServer();
        address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static readonly string[] Disguises =
    [
        "/admin/roles", "/ADMIN/ROLES", "/admin/roles/", "/admin/roles?x=1", "/admin/roles?handler=x", "/admin/roles/Index", "/Admin/Roles/Index", "/Admin/Roles",
        "/patient/../admin/roles", "/css/../admin/roles", "/health/live/../../admin/roles", "/patient/%2e%2e/admin/roles", "/health/live/..%2f..%2fadmin/roles", "/./admin/roles", "/admin/./roles", "/admin/x/../roles",
        "//admin/roles", "/admin//roles", "///admin///roles", "/admin%2froles", "/admin%2Froles", "/%2fadmin/roles", "/admin/roles%2f", "/admin%5croles", "/admin\\roles", "/admin%252froles",
        "/%61dmin/roles", "/admin/%72oles", "/%2561dmin/roles", "/admin;x/roles", "/admin/roles;x", "/admin/roles;.css", "/admin/roles.css", "/admin/roles.html", "/admin/roles.", "/admin/roles%20", "/admin/roles%09", "/admin/roles%00", "/admin/roles%00.css",
        "/%EF%BD%81dmin/roles", "/admin/%EF%BD%92oles", "/%C0%AFadmin/roles", "/admin/rol%C4%B1es", "/admin/roles%E2%80%8B", "http://localhost/admin/roles", "/css/site.css/../../admin/roles", "/Public/../admin/roles", "/Identity/Account/Login/../../../admin/roles",
    ];

    private static readonly string[] Overrides = ["X-Original-URL: /admin/roles", "X-Rewrite-URL: /admin/roles", "X-Forwarded-Prefix: /admin/roles", "X-Forwarded-Path: /admin/roles", "X-Original-Path: /admin/roles", "X-Override-URL: /admin/roles", "X-HTTP-DestinationURL: /admin/roles"];

    [Theory]
    [InlineData(null), InlineData(Role.Patient), InlineData(Role.Auditor), InlineData(Role.Doctor)]
    public async Task No_disguise_of_an_address_opens_what_it_hides(Role? who)
    {
        List<string> open = [];
        foreach (var path in Disguises)
        {
            var answer = await Ask("GET", path, who);
            if (!answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) && !(answer.StartsWith("HTTP/1.1 302", StringComparison.Ordinal) && answer.Contains($"Location: http://localhost{SignIn.SignInPath}", StringComparison.Ordinal)) || answer.Contains(Inside, StringComparison.Ordinal))
                open.Add($"{path}: {answer.Split('\r')[0]}");
        }

        Assert.Equal([], open);
        Assert.Contains(Inside, await Ask("GET", "/admin/roles", Role.Admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_header_asks_for_another_address_than_the_request()
    {
        foreach (var header in Overrides)
        {
            Assert.DoesNotContain(Inside, await Ask("GET", "/faq", Role.Admin, header), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 403", await Ask("GET", "/admin/roles", Role.Patient, header.Replace("/admin/roles", "/faq", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override: {0}", ""), InlineData("X-HTTP-Method: {0}", ""), InlineData("X-Method-Override: {0}", ""), InlineData("X-A: b", "?_method={0}")]
    public async Task No_header_and_no_field_makes_one_way_of_asking_another(string header, string query)
    {
        foreach (var method in new[] { "POST", "DELETE", "PUT" })
            Assert.StartsWith("HTTP/1.1 200", await Ask("GET", "/admin/roles" + string.Format(null, query, method), Role.Admin, string.Format(null, header, method)), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 405", await Ask("DELETE", "/admin/roles" + string.Format(null, query, "GET"), Role.Admin, string.Format(null, header, "GET")), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Ask("POST", "/admin/roles" + string.Format(null, query, "GET"), Role.Admin, string.Format(null, header, "GET") + "\r\nContent-Length: 0"), StringComparison.Ordinal);
    }

    private async Task<string> Ask(string method, string path, Role? who, string header = "X-A: b")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var role = who is { } r ? $"{HeaderSignIn.RoleHeader}: {r}\r\n" : "";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{role}{header}\r\n\r\n"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(limit.Token);
    }
}
