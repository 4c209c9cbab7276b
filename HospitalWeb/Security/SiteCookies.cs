using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HospitalWeb.Security;

/// <summary>Where the hospital is reached by https its cookies bear the prefix that no other host and no plain connection can set; in a house without https they have no prefix.</summary>
public static class SiteCookies
{
    public static void AddSiteCookies(this IServiceCollection services)
    {
        foreach (var (scheme, name) in new[] { (IdentityConstants.ApplicationScheme, "hospital"), (IdentityConstants.TwoFactorUserIdScheme, "hospital-second"), (IdentityConstants.ExternalScheme, "hospital-external"), (IdentityConstants.TwoFactorRememberMeScheme, "hospital-remembered") })
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IConfiguration>((options, settings) => Bind(options.Cookie, name, SameSiteMode.Lax, settings));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IConfiguration>((options, settings) => Bind(options.Cookie, "hospital-notice", SameSiteMode.Lax, settings));
        services.AddOptions<AntiforgeryOptions>().Configure<IConfiguration>((options, settings) =>
        {
            // The framework refuses to make a form for a plain request when this one is "always" secure: its mark is set by hand.
            if (IsHttps(settings)) options.Cookie = new SecureCookie { HttpOnly = true, IsEssential = true, Path = "/" };
            Bind(options.Cookie, "hospital-form", SameSiteMode.Strict, settings);
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
    }

    public static bool IsHttps(IConfiguration settings) => settings["PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    private static void Bind(CookieBuilder cookie, string name, SameSiteMode sameSite, IConfiguration settings)
    {
        var isHttps = IsHttps(settings);
        (cookie.Name, cookie.SameSite, cookie.HttpOnly, cookie.SecurePolicy) = (isHttps ? $"__Host-{name}" : name, sameSite, true, isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        if (isHttps) (cookie.Path, cookie.Domain) = ("/", null);
    }

    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var built = base.Build(context, expiresFrom);
            built.Secure = true;
            return built;
        }
    }
}
