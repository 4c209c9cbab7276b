using HospitalWeb.Data;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Audit;

namespace HospitalWeb.Security;

/// <summary>One password tried on many names trips no account's own throttle. Many names from one address are told to those who see the audit trail, once in a quarter of an hour.</summary>
public sealed class SprayAlarm(TimeProvider time)
{
    public const int Names = 15;
    private const int AddressesAtMost = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, (DateTimeOffset Since, HashSet<int> Names)> heard = [];
    private readonly Lock listening = new();

    /// <summary>Whether this failure is the one that rings.</summary>
    public bool Hears(string address, string name)
    {
        var now = time.GetUtcNow();
        lock (listening)
        {
            if (heard.Count >= AddressesAtMost) heard.Clear();
            if (!heard.TryGetValue(address, out var from) || now - from.Since > Window) heard[address] = from = (now, []);
            return from.Names.Count < Names && from.Names.Add(string.GetHashCode(name, StringComparison.OrdinalIgnoreCase)) && from.Names.Count == Names;
        }
    }

    public static async Task RingAsync(HospitalContext db, Actor actor, DateTimeOffset now)
    {
        var told = await db.AccountsThatMayAsync(Permission.SeeAudit);
        db.AddRange(told.Select(account => Notification.To(account, NotificationKind.System, Severity.High, "Somebody tries to sign in under many names",
            $"{Names} names failed from {actor.IpAddress} within 15 minutes. Look at the audit trail.", "/admin/audit", null, now)));
        db.Record(AuditAction.SignInFailed, "Address", actor.IpAddress, outcome: AuditOutcome.Refused, actor: actor, reason: $"{Names} names failed from this address within 15 minutes.");
        await db.SaveChangesAsync();
    }
}
