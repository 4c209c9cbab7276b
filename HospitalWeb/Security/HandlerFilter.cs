using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Security;

/// <summary>A form asks for this beyond what its page asks for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlsoRequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission => permission;
}

/// <summary>
/// A page takes only the forms it has, and a form may ask for more than the page it stands on.
/// The framework would show the page, without having run anything of it, to a form that it does not have.
/// </summary>
public sealed class HandlerFilter(RolePermissions roles) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method)) context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        else if (Required(context).Any(requires => !roles.Allow(context.HttpContext.User, requires.Permission))) context.Result = new ForbidResult();
        else return next();

        return Task.CompletedTask;
    }

    private static IEnumerable<AlsoRequiresAttribute> Required(PageHandlerExecutingContext context) => context.HandlerMethod?.MethodInfo.GetCustomAttributes<AlsoRequiresAttribute>() ?? [];
}
