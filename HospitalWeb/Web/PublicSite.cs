using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HospitalWeb.Web;

/// <summary>Where letters say the hospital is: the setting, or where the program listens; never what a browser or a proxy calls it.</summary>
public sealed class PublicSite(IConfiguration settings, IServer server)
{
    public string Address => (settings["PublicUrl"] is { Length: > 0 } set ? set : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');

    public bool IsHttps => Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
