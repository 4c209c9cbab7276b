using System.Globalization;
using System.Security.Claims;
using HospitalWeb.Web.Live;
using Microsoft.AspNetCore.Authorization;

namespace HospitalWeb.Security.Sessions;

/// <summary>Opens only to somebody who proved who he is a few minutes ago.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute
{
    /// <summary>The page may be read before; only its form asks.</summary>
    public bool FormsOnly { get; init; }
}

/// <summary>Stands before every page that is not public: a locked session is asked to unlock, one that needs a second factor to set it up. What was typed waits.</summary>
public static class SessionGate
{
    public const string UnlockPath = "/Identity/Account/Unlock";
    private const string EndedItem = "EndedSession";

    // Where an account without its second factor may go to get one.
    private static readonly string[] SecondFactorPaths = ["/Identity/Account/Manage/EnableAuthenticator", "/Identity/Account/Manage/ShowRecoveryCodes", "/Identity/Account/Manage/Passkeys", "/session"];

    public static void UseSessionGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || Detour(context, endpoint) is not { } detour)
        {
            await next();
            return;
        }

        if (IsScript(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var back = context.Request.PathBase + context.Request.Path + context.Request.QueryString.ToString();
        if (HttpMethods.IsPost(context.Request.Method))
            back = context.Request.HasFormContentType && detour.Sender is { } sender ? await context.RequestServices.GetRequiredService<FormKeeper>().KeepAsync(sender, context.Request) : context.Request.PathBase + context.Request.Path;
        context.Response.Redirect($"{detour.Path}{QueryString.Create("ReturnUrl", back)}");
    });

    /// <summary>A session that is over leaves its user's name, so that a form he sends now is not lost.</summary>
    public static void RememberEnded(this HttpContext context, ClaimsPrincipal? user)
    {
        if (Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var account)) context.Items[EndedItem] = account;
    }

    private static (string Path, Guid? Sender)? Detour(HttpContext context, Endpoint endpoint) => context.User.SessionState switch
    {
        null => context.Items[EndedItem] is Guid ended && context.User.Identity?.IsAuthenticated != true && HttpMethods.IsPost(context.Request.Method) ? (SignIn.SignInPath, ended) : null,
        SessionState.Locked => (UnlockPath, AccountOf(context.User)),
        SessionState.NeedsSecondFactor when !SecondFactorPaths.Any(path => context.Request.Path.StartsWithSegments(path)) => (SecondFactorPaths[0], null),
        _ => endpoint.Metadata.GetMetadata<FreshSignInAttribute>() is { } fresh && !(fresh.FormsOnly && !HttpMethods.IsPost(context.Request.Method)) && !IsFresh(context) ? (UnlockPath, AccountOf(context.User)) : null,
    };

    private static bool IsFresh(HttpContext context)
    {
        var services = context.RequestServices;
        return long.TryParse(context.User.FindFirstValue(SessionCookie.AuthenticatedClaim), CultureInfo.InvariantCulture, out var at)
            && services.GetRequiredService<TimeProvider>().GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < services.GetRequiredService<SessionLimits>().Fresh;
    }

    private static bool IsScript(HttpRequest request) => request.Headers.ContainsKey(LiveServices.Header) || request.Path.StartsWithSegments(LiveHub.Path);

    private static Guid? AccountOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
