using HospitalWeb.Data.Audit;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Web;

/// <summary>From where somebody asks is what the connection says, or what a proxy says that the hospital named, and never what the sender says of himself.</summary>
public sealed class SenderTests(TestServer server)
{
    private const string Email = "nurse@hospital.example";

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("10.0.0.5, 10.1.0.0/16", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.9")]
    public async Task The_trail_names_the_address_that_is_known_and_not_the_one_that_is_claimed(string proxies, string address)
    {
        await using var app = new HospitalApp(server) { Settings = { ["Proxies"] = proxies } };
        await app.InitializeAsync();
        app.UseKestrel(0);
        app.StartServer();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new() { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "N", CreatedAt = app.Clock.Now }, "a long enough secret");
        using var client = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7, 203.0.113.9");

        await (await new Browser(client).Open(SignIn.SignInPath)).Submit(("Input.Email", Email), ("Input.Password", "not this one"));

        var entry = await app.UsingDb(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.SignInFailed));
        Assert.Equal(address, entry.IpAddress);
    }
}
