using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using HospitalWeb.Audit;
using HospitalWeb.Web.Live;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Web;

/// <summary>
/// How often one person, or one address where nobody is signed in, may do what, and how much is done at once for one and for all, so that slow senders fill no more than their own share.
/// Each is a setting: Limits:SignIn:Permits, Limits:SignIn:Seconds, Limits:AtOnce:Permits, Limits:AtOnceForOne:Permits; Limits:Run=false counts nothing.
/// What is asked too often is answered 429 and when to come back.
/// </summary>
public static class RequestLimits
{
    private static readonly Dictionary<Limit, (int Permits, int Seconds)> Usual = new()
    {
        [Limit.Everything] = (1200, 60), [Limit.SignIn] = (20, 60), [Limit.Reset] = (10, 3600), [Limit.Search] = (60, 60),
        [Limit.OwnRecord] = (30, 60), [Limit.Print] = (20, 60), [Limit.Export] = (5, 3600), [Limit.Report] = (60, 60),
    };

    private const int AtOnce = 500, AtOnceForOne = 50, Waiting = 200;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Limits");
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Busy;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            if (settings.GetValue("Run", true)) limiter.GlobalLimiter =
                PartitionedRateLimiter.CreateChained(AtOnceOf(settings, "AtOnceForOne", AtOnceForOne, 0, WhoAsks), AtOnceOf(settings, nameof(AtOnce), AtOnce, Waiting, _ => ""), Of(settings, _ => Limit.Everything), Of(settings, LimitOf));
        });
    }

    /// <summary>Identity's own pages carry no attribute of ours.</summary>
    public static void LimitSignIn(this PageConventionCollection pages)
    {
        foreach (var (page, limit) in new[]
        {
            ("Login", Limit.SignIn), ("LoginWith2fa", Limit.SignIn), ("LoginWithRecoveryCode", Limit.SignIn), ("Unlock", Limit.SignIn), ("Manage/ChangePassword", Limit.SignIn), ("Manage/EnableAuthenticator", Limit.SignIn),
            ("ForgotPassword", Limit.Reset), ("ResetPassword", Limit.Reset), ("ConfirmEmailChange", Limit.Reset), ("Manage/Email", Limit.Reset),
        })
            pages.AddAreaPageApplicationModelConvention("Identity", $"/Account/{page}", model => model.EndpointMetadata.Add(new LimitedAttribute(limit)));
    }

    // A live board stays connected all day and is idle; the health checks are not limited at all.
    private static PartitionedRateLimiter<HttpContext> AtOnceOf(IConfiguration settings, string name, int usual, int waiting, Func<HttpContext, string> who)
    {
        var permits = settings.GetValue($"{name}:Permits", usual);
        return PartitionedRateLimiter.Create<HttpContext, string>(http => http.IsShowingError() || http.Request.Path.StartsWithSegments(LiveHub.Path)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter($"for {who(http)}", _ => new() { PermitLimit = permits, QueueLimit = waiting }));
    }

    private static PartitionedRateLimiter<HttpContext> Of(IConfiguration settings, Func<HttpContext, Limit?> kind) => PartitionedRateLimiter.Create<HttpContext, (Limit, string)>(http =>
        // A refusal is shown by the same request once more.
        http.IsShowingError() || kind(http) is not { } limit
            ? RateLimitPartition.GetNoLimiter((Limit.Everything, ""))
            : RateLimitPartition.GetFixedWindowLimiter((limit, WhoAsks(http)), key => new()
            {
                PermitLimit = settings.GetValue($"{key.Item1}:Permits", Usual[key.Item1].Permits),
                Window = TimeSpan.FromSeconds(settings.GetValue($"{key.Item1}:Seconds", Usual[key.Item1].Seconds)),
            }));

    private static Limit? LimitOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } page) return null;
        if (page.GetMetadata<LimitedAttribute>() is { } limited)
            // Looking at a form for a secret costs nothing; sending it does.
            return limited.Limit is Limit.SignIn or Limit.Reset && !HttpMethods.IsPost(http.Request.Method) ? null : limited.Limit;

        // Whoever treats is never held back at a chart: many records in an hour are an alarm.
        return page.GetMetadata<PageActionDescriptor>() is { AreaName: "Patient" } && page.GetMetadata<OpenedRecordFilter>() is not null ? Limit.OwnRecord : null;
    }

    private static string WhoAsks(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Neighbourhood(http.Connection.RemoteIpAddress);

    // One subscriber has a whole /64 of IPv6.
    private static string Neighbourhood(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
