using Microsoft.AspNetCore.Authorization;

namespace HospitalWeb.Security;

/// <summary>Opens a page to those who hold the permission.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class RequiresHandler(RolePermissions roles) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requires)
    {
        if (roles.Allow(context.User, requires.Permission)) context.Succeed(requires);
        return Task.CompletedTask;
    }
}
