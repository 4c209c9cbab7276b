using System.Globalization;
using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HospitalWeb.Audit;

/// <summary>Writes down who signed in and out, by whatever way, and who was turned away at a door.</summary>
public sealed class SignInAudit : IPostConfigureOptions<CookieAuthenticationOptions>
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
            await WriteAsync(context.HttpContext, AuditAction.AccessDenied, AuditOutcome.Refused, context.HttpContext.User, "The role may not open this page.");
            await denied(context);
        };
    }

    /// <summary>Somebody tried to sign in to an account that exists and failed.</summary>
    public static Task WriteFailedAsync(HttpContext http, Account account, string reason) =>
        WriteAsync(http, AuditAction.SignInFailed, AuditOutcome.Refused, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(CurrentUser.DisplayNameClaim, account.DisplayName)])), reason);

    /// <summary>Somebody tried a name that nobody has.</summary>
    public static async Task WriteUnknownAsync(HttpContext http, string name)
    {
        var names = http.RequestServices.GetRequiredService<UnknownNames>();
        if (names.Count() is not { } tries) return;

        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.Record(AuditAction.SignInFailed, "UnknownName", names.Veil(name), outcome: AuditOutcome.Refused, actor: CurrentActor.Of(http, new()),
            reason: tries == 1 ? "Nobody has this name." : string.Create(CultureInfo.InvariantCulture, $"Nobody has this name; {tries} such tries since the last entry about them."));
        await db.SaveChangesAsync(http.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext http, AuditAction action, AuditOutcome outcome, ClaimsPrincipal? who, string? reason = null)
    {
        if (who?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return;

        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.Record(action, nameof(Account), id, Guid.TryParse(who.FindFirstValue(CurrentUser.PatientClaim), out var patient) ? patient : null, outcome, actor: CurrentActor.Of(http, who), reason: reason);
        await db.SaveChangesAsync(http.RequestAborted);
    }
}
