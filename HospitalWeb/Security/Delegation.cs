using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Web;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security;

/// <summary>Whoever looks after accounts but may not give permissions gets at none that he lacks: not by a role, and not through the account of somebody who holds it.</summary>
public sealed class Delegation(IServiceScopeFactory scopes, CurrentUser me)
{
    public Task MayChangeAsync(Account account) => RefuseBeyondAsync(account.Id.ToString(), (db, id) => db.RolesOf(Guid.Parse(id)), "This account may do what you may not");

    public Task MayGiveAsync(string to, IEnumerable<Role> roles)
    {
        var names = roles.Select(role => role.ToString()).ToList();
        return RefuseBeyondAsync(to, (db, _) => db.Roles.Where(role => names.Contains(role.Name!)), "These roles allow what you may not do yourself");
    }

    private async Task RefuseBeyondAsync(string entity, Func<HospitalContext, string, IQueryable<AccountRole>> roles, string refusal)
    {
        if (me.Can(Permission.ManageRoles)) return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        var beyond = (await roles(db, entity).AsNoTracking().ToListAsync()).SelectMany(role => role.Grants.Permissions).Distinct().Where(permission => !me.Can(permission)).Order().ToList();
        if (beyond.Count == 0) return;

        // Kept whatever becomes of the request.
        var reason = $"{refusal}: {string.Join(", ", beyond.Take(3).Select(permission => Words.Spaced(permission.ToString())))}{(beyond.Count > 3 ? $" and {beyond.Count - 3} more" : "")}.";
        db.Record(AuditAction.AccessDenied, nameof(Account), entity, outcome: AuditOutcome.Refused, reason: reason);
        await db.SaveChangesAsync();
        throw new BrokenRule($"{reason} Ask somebody who manages roles.");
    }
}
