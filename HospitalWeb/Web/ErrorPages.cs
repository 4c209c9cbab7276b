using HospitalWeb.Audit;
using Microsoft.AspNetCore.Diagnostics;

namespace HospitalWeb.Web;

/// <summary>Whatever fails becomes one page with a sentence and a reference.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>An address that leads nowhere is not found by anybody: asking to sign in for it would promise something.</summary>
    public static void MapNothingElse(this WebApplication app) => app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();

    /// <summary>The request has failed already and now runs a second time, to show its error.</summary>
    public static bool IsShowingError(this HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static int StatusOf(Exception failure) => failure switch
    {
        AuditUnavailable => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
