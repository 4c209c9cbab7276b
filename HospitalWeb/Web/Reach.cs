using System.Security.Authentication;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace HospitalWeb.Web;

/// <summary>How the program is reached: under which names, through which proxies, and how much it takes in at once.</summary>
public static class Reach
{
    private const int Megabyte = 1024 * 1024;

    public static void AddReach(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
            server.Limits.MaxRequestBodySize = 4 * Megabyte;
            server.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            server.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            server.Limits.MaxConcurrentConnections = builder.Configuration.GetValue<long?>("MaxConnections") ?? 5000;
        });
        builder.Services.AddHttpsRedirection(https => (https.HttpsPort, https.RedirectStatusCode) = (Uri.TryCreate(builder.Configuration["PublicUrl"], UriKind.Absolute, out var address) ? address.Port : null, StatusCodes.Status308PermanentRedirect));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 1024;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = Megabyte;
            form.MultipartBodyLengthLimit = 4 * Megabyte;
        });
        builder.Services.PostConfigure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = false;
            // The hospital has one name; whoever looks after this machine may also ask it from itself.
            if (hosts.AllowedHosts is ["*"] && PublicHost(builder.Configuration) is { } name) hosts.AllowedHosts = [name, "localhost", "127.0.0.1", "[::1]"];
        });
        builder.Services.Configure<ForwardedHeadersOptions>(proxies =>
        {
            // Not the host: links are made from PublicUrl, and a name that a proxy only passes on proves nothing.
            proxies.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            proxies.KnownIPNetworks.Clear();
            proxies.KnownProxies.Clear();
            foreach (var known in Proxies(builder.Configuration)) proxies.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(known.Contains('/', StringComparison.Ordinal) ? known : $"{known}/{(known.Contains(':', StringComparison.Ordinal) ? 128 : 32)}"));
        });
    }

    public static void UseKnownProxies(this WebApplication app)
    {
        if (Proxies(app.Configuration).Count > 0) app.UseForwardedHeaders();
    }

    /// <summary>Where this program itself speaks https, whoever asks for the hospital's public name without it is led there.</summary>
    public static void UseHttpsOfItsOwn(this WebApplication app)
    {
        if (Addresses(app.Configuration).Contains("https://", StringComparison.OrdinalIgnoreCase) && PublicHost(app.Configuration) is { } name)
            app.UseWhen(http => name.Equals(http.Request.Host.Host, StringComparison.OrdinalIgnoreCase), named => named.UseHttpsRedirection());
    }

    /// <summary>Where the program listens.</summary>
    public static string Addresses(IConfiguration settings) => settings["HOSPITAL_URL"] ?? settings["urls"] ?? "";

    /// <summary>The setting Proxies: addresses or networks, such as <c>10.0.0.5, 10.1.0.0/16</c>.</summary>
    public static IReadOnlyList<string> Proxies(IConfiguration settings) => settings["Proxies"]?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether a page of this hospital asks, and not one of another site.</summary>
    public static bool IsOwnPage(HttpRequest request, string origin) =>
        origin == $"{request.Scheme}://{request.Host}" || origin == PublicOrigin(request.HttpContext.RequestServices.GetRequiredService<IConfiguration>());

    /// <summary>What browsers call the hospital's own pages, such as https://hospital.example; null while PublicUrl is not set.</summary>
    public static string? PublicOrigin(IConfiguration settings) => Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null;

    public static string? PublicHost(IConfiguration settings) => Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var address) ? address.Host : null;
}
