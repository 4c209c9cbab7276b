using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security.Links;
using HospitalWeb.Web.Live;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Sessions;

/// <summary>
/// Ties the sign-in cookie to a session in the database. The cookie only says which session it is: whether that session lives, and what its user is and may do,
/// is read anew for every request, so that whatever is taken away is gone with the next one.
/// </summary>
public static class SessionCookie
{
    public const string KeyClaim = "session_key", IdClaim = "session", StateClaim = "session_state", AuthenticatedClaim = "auth_time", MethodClaim = "amr";

    // Not every request of a busy user has to be written down.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(5);

    public static void KeepInDatabase(this CookieAuthenticationOptions cookie)
    {
        cookie.SlidingExpiration = false;
        cookie.Events.OnSigningIn = BeginAsync;
        cookie.Events.OnValidatePrincipal = ContinueAsync;
        cookie.Events.OnSigningOut = context =>
        {
            // Heard by browsers over https only.
            if (context.Request.IsHttps) context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\", \"cookies\"";
            return EndAsync(context.HttpContext);
        };
    }

    private static async Task BeginAsync(CookieSigningInContext context)
    {
        var (http, user) = (context.HttpContext, context.Principal!);
        var services = http.RequestServices;
        var (db, limits, now) = (services.GetRequiredService<HospitalContext>(), services.GetRequiredService<SessionLimits>(), services.GetRequiredService<TimeProvider>().GetUtcNow());

        // A key that was there before the sign-in opens nothing after it.
        await EndAsync(http);
        var key = Session.NewKey();
        var session = new Session
        {
            KeyHash = Session.HashOf(key),
            AccountId = Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            SecurityStamp = user.FindFirstValue("AspNet.Identity.SecurityStamp") ?? "",
            Method = user.FindFirstValue(MethodClaim) ?? "pwd",
            Device = Fit(http.Request.Headers.UserAgent.ToString(), Session.DeviceMaxLength),
            IpAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
            StartedAt = now, LastActiveAt = now, AuthenticatedAt = now, EndsAt = now + limits.Whole,
        };
        db.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        await db.Set<Account>().Where(account => account.Id == session.AccountId).ExecuteUpdateAsync(account => account.SetProperty(a => a.LastSignInAt, now), http.RequestAborted);
        ((ClaimsIdentity)user.Identity!).AddClaims([new(KeyClaim, key), new(IdClaim, session.Id.ToString())]);
        await services.GetRequiredService<Afterwards>().DoAsync(http, later => later.GetRequiredService<AccountNotices>().TellOfDeviceAsync(session.Id));
        context.Properties.IsPersistent = false;
        context.Properties.ExpiresUtc = now + limits.Whole;
    }

    private static async Task EndAsync(HttpContext http)
    {
        if (http.User.SessionId is not { } id) return;

        var services = http.RequestServices;
        await services.GetRequiredService<HospitalContext>().Sessions.EndAsync(s => s.Id == id, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private static async Task ContinueAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (db, limits, now) = (services.GetRequiredService<HospitalContext>(), services.GetRequiredService<SessionLimits>(), services.GetRequiredService<TimeProvider>().GetUtcNow());

        var key = context.Principal?.FindFirstValue(KeyClaim);
        var known = key is null ? null : await db.Sessions.Alive(now).Where(s => s.KeyHash == Session.HashOf(key)).Known(db).SingleOrDefaultAsync();
        if (known is null)
        {
            context.HttpContext.RememberEnded(context.Principal);
            context.RejectPrincipal();
            return;
        }

        var state = known.StateAt(now, limits);
        context.ReplacePrincipal(new(known.Identity(state, context.Scheme.Name)));
        if (state != SessionState.Locked && now - known.LastActiveAt >= Grain && IsHuman(context.HttpContext))
            await db.Sessions.Where(s => s.Id == known.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastActiveAt, now));
    }

    // Said by the browser, not by the page: a script cannot claim to be somebody who clicked.
    private static bool IsHuman(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<HumanActivityAttribute>() is not null
        || !http.Request.Headers.ContainsKey(LiveServices.Header) && !http.Request.Path.StartsWithSegments(LiveHub.Path)
            && http.Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    private static string Fit(string text, int length) => text.Length > length ? text[..length] : text;

    extension(ClaimsPrincipal user)
    {
        public Guid? SessionId => Guid.TryParse(user.FindFirstValue(IdClaim), out var id) ? id : null;
        public SessionState? SessionState => Enum.TryParse<SessionState>(user.FindFirstValue(StateClaim), out var state) ? state : null;
    }
}

/// <summary>An address that a page only asks for when its user has done something.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class HumanActivityAttribute : Attribute;
