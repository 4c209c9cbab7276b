using HospitalWeb.Domain;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Nursing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Nursing;

/// <summary>
/// Tells the doctor of the visit about a patient who is getting worse, in the same save as the vitals: urgent from a total of 5 or a single 3 on,
/// critical from 7 on, which has to be acknowledged by name (Royal College of Physicians, 2017).
/// </summary>
public static class EarlyWarning
{
    extension(HospitalContext db)
    {
        public async Task WarnAsync(VitalSigns signs, News2 score, string url, Stamp by)
        {
            if (score.Risk is null or NewsRisk.Low || signs.Encounter?.PractitionerId is not { } doctor) return;

            var severity = score.Risk == NewsRisk.High ? Severity.Critical : Severity.High;
            var accounts = await db.Users.Where(account => account.PractitionerId == doctor && !account.IsDisabled).Select(account => account.Id).ToListAsync();
            foreach (var account in accounts)
                db.Add(Notification.To(account, NotificationKind.EarlyWarning, severity, $"Early warning score NEWS2 {score.Total}", $"{signs.Patient.ListName}: measured by {by.Name}. See the patient.", url, signs.PatientId, by.At));
        }
    }
}
