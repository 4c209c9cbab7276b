using System.Security.Claims;
using HospitalWeb.Data;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
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

    /// <summary>Somebody tried to sign in to an account that exists and failed: written down before he is told. Its owner is told when that has closed it for a while.</summary>
    public static async Task WriteFailedAsync(HttpContext http, Account account, string reason)
    {
        var actor = CurrentActor.Of(http, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(CurrentUser.DisplayNameClaim, account.DisplayName)])));
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.Record(AuditAction.SignInFailed, nameof(Account), account.Id.ToString(), account.PatientId, AuditOutcome.Refused, actor: actor, reason: reason);
        await db.SaveChangesAsync();
        await AfterTheAnswerAsync(http, actor, account.Email!, async services =>
        {
            await services.GetRequiredService<AccountNotices>().TellOfLockAsync(account.Id);
            await services.GetRequiredService<HospitalContext>().SaveChangesAsync();
        });
    }

    /// <summary>The same for a name that nobody has: it is counted before the answer, with as many commands, and its entry is due now and then.</summary>
    public static async Task WriteUnknownAsync(HttpContext http, string name)
    {
        var (actor, names) = (CurrentActor.Of(http, new()), http.RequestServices.GetRequiredService<UnknownNames>());
        await names.CountAsync();
        await AfterTheAnswerAsync(http, actor, name, _ => names.TellAsync(actor, "UnknownName", name, "Nobody has this name"));
    }

    private static Task AfterTheAnswerAsync(HttpContext http, Actor actor, string name, Func<IServiceProvider, Task> work)
    {
        var rings = http.RequestServices.GetRequiredService<SprayAlarm>().Hears(actor.IpAddress, name);
        return http.RequestServices.GetRequiredService<Afterwards>().DoAsync(actor, async services =>
        {
            await work(services);
            if (rings) await SprayAlarm.RingAsync(services.GetRequiredService<HospitalContext>(), actor, services.GetRequiredService<TimeProvider>().GetUtcNow());
        });
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
