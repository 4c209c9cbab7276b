using System.Security.Claims;
using HospitalWeb.Data.Access;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;

namespace HospitalWeb.Audit;

/// <summary>Who does something now, and from where: the person at the browser, a job or a command.</summary>
public sealed record Actor(Guid? AccountId, string Name, string Roles, string Path = "", string IpAddress = "", string UserAgent = "",
    string? Session = null, string? Reference = null, Guid? EmergencyPatient = null, Guid? ProxyOf = null);

public sealed class CurrentActor(IHttpContextAccessor http)
{
    private static readonly AsyncLocal<Actor?> Acting = new();

    public Actor Now => Acting.Value ?? (http.HttpContext is { } request ? Of(request, request.User) : new(null, "System", "System"));

    /// <summary>From here on, in this flow of work, a job or command of this name acts.</summary>
    public static void Become(string name) => Become(new Actor(null, name, "System"));

    /// <summary>From here on the work is done for whoever asked for it before.</summary>
    internal static void Become(Actor actor) => Acting.Value = actor;

    internal static Actor Of(HttpContext request, ClaimsPrincipal user)
    {
        return new(
            Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null,
            user.FindFirstValue(CurrentUser.DisplayNameClaim) ?? user.Identity?.Name ?? "Nobody signed in",
            string.Join(", ", user.FindAll(ClaimTypes.Role).Select(role => role.Value)),
            $"{request.Request.Method} {request.Request.PathBase}{request.Request.Path}",
            request.Connection.RemoteIpAddress?.ToString() ?? "",
            request.Request.Headers.UserAgent.ToString(),
            user.FindFirstValue(SessionCookie.IdClaim),
            request.Reference(),
            (request.Items[typeof(RunningEmergency)] as RunningEmergency)?.PatientId,
            ActingFor.On(request)?.PatientId);
    }
}
