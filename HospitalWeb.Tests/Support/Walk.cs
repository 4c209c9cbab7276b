using System.Net;
using System.Text.RegularExpressions;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HospitalWeb.Tests.Support;

/// <summary>A page that somebody came to by following links. The route is as the page writes it.</summary>
public sealed record Step(Role? Role, string Route, string Path, Browser.Page Page)
{
    public bool IsOfOnePatient => Route.Contains("{patientId", StringComparison.Ordinal) || Route.EndsWith("/acknowledge", StringComparison.Ordinal);
    public bool IsForPatients => Page.Document.Body!.ClassList.Contains("hw-plain");
    public override string ToString() => $"{Path} as {Role?.ToString() ?? "anybody"}";
}

/// <summary>A walk through the demo hospital, as somebody of each role, from the first pages along every link.</summary>
public sealed partial class Walk(HospitalApp app, int ofEachKind)
{
    private static readonly string[] Papers = ["/invoice", "/print", "/report", "/receipts/{id:guid}"];
    private readonly HashSet<string> open = [];

    private (Regex Path, string Route)[] Routes => field ??= [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .OrderBy(endpoint => endpoint.RoutePattern.InboundPrecedence)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Select(route => (new Regex($"^{Parameter().Replace(route, "[^/]+")}$"), route))];

    /// <summary>What is open to anybody is seen by nobody in particular, and only once.</summary>
    public async Task<IReadOnlyList<Step>> EverywhereAsync()
    {
        var steps = await AsAsync(null);
        open.UnionWith(steps.Select(step => step.Route));
        foreach (var role in Enum.GetValues<Role>()) steps.AddRange(await AsAsync(role));
        return steps;
    }

    /// <summary>Who signs in with this role at the demo hospital, as the headers of a request.</summary>
    public async Task<Dictionary<string, string>> HeadersOfAsync(Role role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GetUsersInRoleAsync(role.ToString())).MinBy(account => (account.UserName!.Length, account.UserName))!;
        var headers = new Dictionary<string, string> { [HeaderSignIn.RoleHeader] = role.ToString(), [HeaderSignIn.AccountHeader] = account.Id.ToString() };
        if (account.PractitionerId is { } practitioner) headers[HeaderSignIn.PractitionerHeader] = practitioner.ToString();
        if (account.PatientId is { } patient) headers[HeaderSignIn.PatientHeader] = patient.ToString();
        return headers;
    }

    private async Task<List<Step>> AsAsync(Role? role)
    {
        var client = app.CreateClient();
        foreach (var (name, value) in role is { } known ? await HeadersOfAsync(known) : []) client.DefaultRequestHeaders.Add(name, value);
        var browser = new Browser(client);
        var (steps, seen, met) = (new List<Step>(), new HashSet<string>(), new Dictionary<string, int>());
        var ahead = new Queue<string>(role is null ? ["/", SignIn.SignInPath] : [.. Navigation.Areas.Select(area => area.Home).Where(home => home != "/"), "/notifications", "/Identity/Account/Manage"]);
        while (ahead.TryDequeue(out var path))
        {
            if (!seen.Add(path) || RouteOf(path) is not { } route || met.GetValueOrDefault(route) is var times && times >= ofEachKind) continue;

            if (role is not null && open.Contains(route)) continue;

            // A paper is looked at as a page here; it is printed elsewhere.
            var page = await browser.Open(Array.Exists(Papers, route.EndsWith) ? path.Split('?')[0] + "?view=true" : path);
            if (page.Status == HttpStatusCode.Forbidden || role is null && page.Path == SignIn.SignInPath && path != SignIn.SignInPath) continue;

            met[route] = times + 1;
            steps.Add(new(role, route, path, page));
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
                if (link.StartsWith('/')) ahead.Enqueue(link);
                else if (link.StartsWith('?')) ahead.Enqueue(path.Split('?')[0] + link);
        }
        return steps;
    }

    private string? RouteOf(string path) => Array.Find(Routes, route => route.Path.IsMatch(path.Split('?', '#')[0])).Route;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
