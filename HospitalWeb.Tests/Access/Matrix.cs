using System.Net;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web.Filters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace HospitalWeb.Tests.Access;

/// <summary>One way to ask the program for something. Key is its line in the table; nobody has written down who may, where the roles are null.</summary>
internal sealed record Way(string Method, string Route, string Key, bool IsPublic, Role[]? Roles)
{
    public override string ToString() => $"{Method} {Key}";
}

internal enum Standing { Nobody, SignedIn, NeedsSecondFactor, Shut }

/// <summary>Somebody who asks.</summary>
internal sealed record Principal(string Name, Standing Standing, Role[] Roles, Dictionary<string, string> Headers)
{
    // Where an account without its second factor may go to get one.
    private static readonly string[] SecondFactorAddresses = ["/Identity/Account/Manage/EnableAuthenticator", "/Identity/Account/Manage/ShowRecoveryCodes", "/session/active", "/session/passkey/new"];
    private const string Passkeys = "/Identity/Account/Manage/Passkeys";

    public static Principal Of(params Role[] roles) => new(string.Join(" and ", roles), Standing.SignedIn, roles, By(string.Join(',', roles)));

    public static Dictionary<string, string> By(string roles) => new() { [HeaderSignIn.RoleHeader] = roles, [HeaderSignIn.PractitionerHeader] = Guid.NewGuid().ToString(), [HeaderSignIn.PatientHeader] = Guid.NewGuid().ToString() };

    public bool Opens(Way way) => way.IsPublic || Standing switch
    {
        Standing.SignedIn => way.Roles?.Length == AccessTable.Everybody.Length || way.Roles?.Intersect(Roles).Any() == true,
        Standing.NeedsSecondFactor => SecondFactorAddresses.Contains(way.Route) || way.Route.StartsWith(Passkeys, StringComparison.Ordinal),
        _ => false,
    };
}

/// <summary>Every way into the running program, asked for by everybody. What they should be told stands in the table.</summary>
internal sealed class Matrix(HospitalApp app)
{
    // The last is how the framework takes a page's own OnPageHandlerExecution for a form.
    public static readonly string[] NeverServed = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PAGE"];
    private readonly string patientOfForm = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(PatientFilter.Purpose).Protect(Guid.Empty.ToString());

    /// <summary>A program that takes every form, so that only the guards of pages and handlers are left to refuse one.</summary>
    public static void TakeEveryForm(IServiceCollection services) => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new IgnoreAntiforgeryTokenAttribute { Order = int.MaxValue }));

    public async Task<IReadOnlyList<Way>> WaysAsync()
    {
        var pages = app.Services.GetRequiredService<PageLoader>();
        List<Way> ways = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
            {
                if (!IsFile(endpoint)) ways.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(method => !NeverServed.Contains(method)).Select(method => Address(method, route)));
                continue;
            }

            ways.AddRange([Page("GET", route, ""), Page("HEAD", route, ""), Page("POST", route, ""), Page("POST", route, "no-such-form"), Page("GET", route, "no-such-form")]);
            var named = (await pages.LoadAsync(descriptor, endpoint.Metadata)).HandlerMethods.Where(handler => handler.Name is not null && handler.HttpMethod is not "Page");
            ways.AddRange(named.SelectMany(handler => new[] { Page("POST", route, handler.Name!), Page("GET", route, handler.Name!) }));
        }

        return [.. ways.Distinct()];
    }

    /// <summary>Ways that nobody has written down who may take.</summary>
    public static IEnumerable<string> Unlisted(IEnumerable<Way> ways) => ways.Where(way => !way.IsPublic && way.Roles is null).Select(way => way.Key).Distinct().Order();

    /// <summary>Asks for each of these, and tells of every answer that is not the expected one.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(IEnumerable<(Way Way, Principal Who)> cells)
    {
        using var client = app.Server.CreateClient();
        List<string> wrong = [];
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cell, token) =>
        {
            var (way, who) = cell;
            using var answer = await AskAsync(client, way, who, token);
            var told = NeverServed.Contains(way.Method) ? answer.StatusCode == HttpStatusCode.MethodNotAllowed ? null : "is served"
                : (int)answer.StatusCode >= 500 ? $"fails with {(int)answer.StatusCode}"
                : IsDenial(answer) == who.Opens(way) ? $"{(who.Opens(way) ? "is closed" : "is open")} ({(int)answer.StatusCode})" : null;
            if (told is not null) lock (wrong) wrong.Add($"{way} {told} to {who.Name}");
        });
        return [.. wrong.Order()];
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient client, Way way, Principal who, CancellationToken token)
    {
        var form = way.Key.Split('?') is [_, var query] ? "?" + query : "";
        using var request = new HttpRequestMessage(new(way.Method), AccessTests.Filled(way.Route) + form);
        foreach (var (name, value) in who.Headers) request.Headers.Add(name, value);
        if (way.Method == "POST") request.Content = new FormUrlEncodedContent([new(PatientFilter.FieldName, patientOfForm)]);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    // Not allowed, or sent to sign in, to unlock, to set up a second factor: always with the way back.
    private static bool IsDenial(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
        || answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("ReturnUrl=", StringComparison.Ordinal);

    private static Way Page(string method, string route, string form)
    {
        var page = route.EndsWith("/Index", StringComparison.Ordinal) ? route[..^"/Index".Length] : route;
        var isPublic = AccessTable.Public.Contains(page);
        var ofPage = AccessTable.SignedIn.GetValueOrDefault(page);
        var isOfItsOwn = method == "POST" && (form is not "" and not "no-such-form" || AccessTable.Forms.ContainsKey($"{page}?handler={form}"));
        return new(method, route, form == "" ? page : $"{page}?handler={form}", isPublic, isOfItsOwn && !isPublic ? AccessTable.Forms.GetValueOrDefault($"{page}?handler={form}") : ofPage);
    }

    private static Way Address(string method, string route) =>
        new(method, route, route, AccessTable.PublicAddresses.Contains(route), AccessTable.SignedInAddresses.Contains(route) ? AccessTable.Everybody : null);

    // Style, scripts and pictures are for everybody, and there are hundreds.
    private static bool IsFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(metadata => metadata.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal));
}
