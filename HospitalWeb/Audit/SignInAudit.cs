using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Audit;

/// <summary>Writes down who signed in and out, by whatever way, and who was turned away at a door.</summary>
internal sealed class SignInAudit : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name != IdentityConstants.ApplicationScheme) return;

        cookie.Events.OnSignedIn = context => WriteAsync(context.HttpContext, AuditAction.SignIn, AuditOutcome.Success, context.Principal);
        var signingOut = cookie.Events.OnSigningOut;
        cookie.Events.OnSigningOut = async context =>
        {
            await WriteAsync(context.HttpContext, AuditAction.SignOut, AuditOutcome.Success, context.HttpContext.User);
            await signingOut(context);
        };
        var denied = cookie.Events.OnRedirectToAccessDenied;
        cookie.Events.OnRedirectToAccessDenied = async context =>
        {
            await WriteAsync(context.HttpContext, AuditAction.AccessDenied, AuditOutcome.Refused, context.HttpContext.User);
            await denied(context);
        };
    }

    /// <summary>Somebody tried to sign in to an account that exists and failed. Of names that nobody has nothing is kept: they would fill the trail.</summary>
    public static Task WriteFailedAsync(HttpContext http, Account account) =>
        WriteAsync(http, AuditAction.SignInFailed, AuditOutcome.Refused, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(CurrentUser.DisplayNameClaim, account.DisplayName)])));

    private static async Task WriteAsync(HttpContext http, AuditAction action, AuditOutcome outcome, ClaimsPrincipal? who)
    {
        if (who?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return;

        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.Record(action, nameof(Account), id, Guid.TryParse(who.FindFirstValue(CurrentUser.PatientClaim), out var patient) ? patient : null, outcome, actor: CurrentActor.Of(http, who));
        await db.SaveChangesAsync(http.RequestAborted);
    }
}
