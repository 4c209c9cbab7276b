using System.Security.Claims;
using HospitalWeb.Data;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>What each role may do, as the administrators have set it: read once, kept until they change it or half a minute has passed.</summary>
public sealed class RolePermissions(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private (IReadOnlyDictionary<string, HashSet<Permission>> Roles, long ReadAt)? known;

    public bool Allow(ClaimsPrincipal user, Permission permission) =>
        user.FindAll(ClaimTypes.Role).Any(role => Current.TryGetValue(role.Value, out var granted) && granted.Contains(permission));

    public void Forget() => known = null;

    private IReadOnlyDictionary<string, HashSet<Permission>> Current
    {
        get
        {
            if (known is { } kept && time.GetElapsedTime(kept.ReadAt) < Fresh) return kept.Roles;

            using var scope = scopes.CreateScope();
            var roles = scope.ServiceProvider.GetRequiredService<HospitalContext>().Roles.AsNoTracking().ToDictionary(role => role.Name!, role => role.Grants.Permissions.ToHashSet());
            known = (roles, time.GetTimestamp());
            return roles;
        }
    }
}
