using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Security.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web;

/// <summary>What an open page asks about its session: how long it stays open, and that somebody is still there.</summary>
public static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapGet("/session", StateAsync).AllowAnonymous();
        app.MapGet("/session/active", () => Results.NoContent()).WithMetadata(new HumanActivityAttribute());
    }

    private static async Task<IResult> StateAsync(ClaimsPrincipal user, HospitalContext db, SessionLimits limits, TimeProvider time)
    {
        if (user.SessionId is not { } id) return Results.Json(new { state = "Ended", seconds = 0 });

        var active = await db.Sessions.Where(s => s.Id == id).Select(s => s.LastActiveAt).SingleAsync();
        return Results.Json(new { state = user.SessionState.ToString(), seconds = Math.Max(0, (int)(active + limits.Idle - time.GetUtcNow()).TotalSeconds) });
    }
}
