using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Domain.Access;
using HospitalWeb.Security.Access;
using HospitalWeb.Security.Links;
using HospitalWeb.Web;

namespace HospitalWeb.Security;

/// <summary>Somebody who is signed in tries one id after the other. Many that were refused or not there are told at once, and once a day, to those who review access.</summary>
public sealed class RefusalAlarm(TimeProvider time, Afterwards afterwards)
{
    public const int Ids = 15;
    private const int AccountsAtMost = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly Dictionary<Guid, (DateTimeOffset Since, HashSet<Guid> Ids)> heard = [];
    private readonly Lock listening = new();

    public Task HearAsync(HttpContext http, IEnumerable<Guid> ids)
    {
        var actor = CurrentActor.Of(http, http.User);
        return actor.AccountId is { } account && ids.Aggregate(false, (rings, id) => Rings(account, id) || rings) ? afterwards.DoAsync(actor, services => RaiseAsync(services, account, actor.Name)) : Task.CompletedTask;
    }

    private bool Rings(Guid account, Guid id)
    {
        var now = time.GetUtcNow();
        lock (listening)
        {
            if (heard.Count >= AccountsAtMost) heard.Clear();
            if (!heard.TryGetValue(account, out var from) || now - from.Since > Window) heard[account] = from = (now, []);
            return from.Ids.Count < Ids && from.Ids.Add(id) && from.Ids.Count == Ids;
        }
    }

    private static async Task RaiseAsync(IServiceProvider services, Guid account, string name)
    {
        var (db, clock) = (services.GetRequiredService<HospitalContext>(), services.GetRequiredService<FacilityClock>());
        await db.RaiseAsync([AccessAlarm.Raise(AlarmRule.ManyRefusals, account, name, null, clock.Now, clock.Today, $"{Ids} records that are not there or not theirs within 15 minutes")], clock.Now);
    }
}
