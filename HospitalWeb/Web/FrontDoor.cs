using HospitalWeb.Web.Live;
using Microsoft.AspNetCore.Http.Features;

namespace HospitalWeb.Web;

/// <summary>Turns away at once what no page of ours ever sends: other methods, and what another site sends or listens to with a reader's cookie.</summary>
public static class FrontDoor
{
    private const string Served = "GET, HEAD, POST";

    public static void UseFrontDoor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!reads && !HttpMethods.IsPost(request.Method) && context.Features.Get<IHttpExtendedConnectFeature>() is not { IsExtendedConnect: true })
        {
            context.Response.Headers.Allow = Served;
            return Refuse(context, StatusCodes.Status405MethodNotAllowed, "This address is asked in a way it was not made for.");
        }

        // No form's token guards a connection that stays open, and a browser opens one for any page that asks.
        if (request.Path.StartsWithSegments(LiveHub.Path) && request.Headers.Origin is [{ } origin] && !Reach.IsOwnPage(request, origin))
            return Refuse(context, StatusCodes.Status403Forbidden, "Only the hospital's own pages listen here.");

        return !reads && request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? Refuse(context, StatusCodes.Status400BadRequest, "This was sent by another site. Nothing was saved.")
            : next();
    });

    private static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }
}
