using System.Security.Claims;
using HospitalWeb.Security;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace HospitalWeb.Web;

/// <summary>What a page has the browser ask its user's passkeys.</summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/session/passkey").AddEndpointFilter(OwnFormsOnly);
        passkeys.MapPost("/sign-in", async (PasskeyCeremony ceremony) => Json(await ceremony.AskForProofAsync(null))).AllowAnonymous();
        // A locked session is nobody's yet, but whose it was is known.
        passkeys.MapPost("/unlock", async (ClaimsPrincipal user, UserManager<Account> accounts, PasskeyCeremony ceremony) =>
            user.SessionId is null || await accounts.GetUserAsync(user) is not { } account ? Results.Unauthorized() : Json(await ceremony.AskForProofAsync(account))).AllowAnonymous();
        passkeys.MapPost("/new", async (ClaimsPrincipal user, UserManager<Account> accounts, PasskeyCeremony ceremony) =>
            await accounts.GetUserAsync(user) is not { } account ? Results.Unauthorized() : Json(await ceremony.AskForNewAsync(account))).WithMetadata(new FreshSignInAttribute());
    }

    private static async ValueTask<object?> OwnFormsOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();

    private static IResult Json(string options) => Results.Content(options, "application/json");
}
