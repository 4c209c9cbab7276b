using Microsoft.AspNetCore.StaticAssets;

namespace HospitalWeb.Web;

/// <summary>Headers of every response. No script and no style stands in a page itself, so none is allowed there; a script may make nodes of text only by the one way that wwwroot-src/ts/page.ts names.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; " +
        "object-src 'none'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types page; report-to csp; report-uri " + CspReports.Path;

    private const string Permissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    /// <summary>Before everything else that the framework puts in front of the program, so that its refusals carry the headers too.</summary>
    public static void AddSecurityHeaders(this IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, First>());

    private sealed class First : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Response.OnStarting(() => Write(context));
                return following();
            });
            next(app);
        };
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Reporting-Endpoints"] = $"csp=\"{CspReports.Path}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        // What a patient's record says must not stay behind in a shared computer's cache; only files that are the same for everybody may.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
