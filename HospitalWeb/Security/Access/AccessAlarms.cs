using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Accounts;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Security.Access;

public static class AccessAlarms
{
    public const string Path = "/admin/unusual-access";

    extension(HospitalContext db)
    {
        /// <summary>Keeps the alarms that are new and tells whoever reviews access, except of what he did himself.</summary>
        public async Task RaiseAsync(IReadOnlyList<AccessAlarm> alarms, DateTimeOffset now)
        {
            var keys = alarms.Select(alarm => alarm.Key).ToList();
            var raised = await db.AccessAlarms.Where(alarm => keys.Contains(alarm.Key)).Select(alarm => alarm.Key).ToListAsync();
            var fresh = alarms.ExceptBy(raised, alarm => alarm.Key).ToList();
            if (fresh.Count == 0) return;

            db.AddRange(fresh);
            foreach (var officer in await db.AccountsThatMayAsync(Permission.ReviewEmergencyAccess))
                if (fresh.Count(alarm => alarm.AccountId != officer) is var others and > 0)
                    db.Add(Notification.To(officer, NotificationKind.System, Severity.High, others == 1 ? "Unusual access to records" : $"Unusual access to records: {others} cases", "Look at what was opened, and say what you found.", Path, null, now));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException failure) when (failure.IsUniqueViolation())
            {
                // Another server has raised it at the same moment.
            }
        }
    }
}
