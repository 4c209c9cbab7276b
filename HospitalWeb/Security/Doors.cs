using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace HospitalWeb.Security;

/// <summary>One way into the program: a page, or a form on it that asks for more than its page.</summary>
public sealed record Door(string Area, string Route, string? Form, bool IsPublic, IReadOnlyList<Permission> Required)
{
    public const string Nowhere = "Everywhere";

    public bool OpensTo(Holder holder) => IsPublic || Required.All(holder.Permissions.Contains);
}

/// <summary>A role, how many accounts hold it, and what they may do by it.</summary>
public sealed record Holder(string Name, int Accounts, HashSet<Permission> Permissions);

/// <summary>Every page of the running program, with what it asks of who opens it.</summary>
public sealed class Doors(EndpointDataSource endpoints, PageLoader pages)
{
    public async Task<IReadOnlyList<Door>> AllAsync()
    {
        List<Door> doors = [];
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || endpoint.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is not null) continue;

            var door = new Door(page.AreaName ?? Door.Nowhere, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), null,
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, [.. endpoint.Metadata.GetOrderedMetadata<RequiresAttribute>().Select(requires => requires.Permission).Distinct()]);
            doors.Add(door);
            foreach (var handler in (await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods)
                if (handler.MethodInfo.GetCustomAttributes<AlsoRequiresAttribute>().Select(requires => requires.Permission).ToList() is { Count: > 0 } more)
                    doors.Add(door with { Form = handler.Name ?? "", Required = [.. door.Required.Union(more)] });
        }

        return [.. doors.OrderBy(door => door.Area, StringComparer.Ordinal).ThenBy(door => door.Route, StringComparer.Ordinal).ThenBy(door => door.Form, StringComparer.Ordinal)];
    }
}
