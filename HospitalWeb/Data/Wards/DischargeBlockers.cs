using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Wards;

public static class DischargeBlockers
{
    /// <summary>What must be checks before this patient leaves. What was cancelled blocks nothing.</summary>
    public static async Task<IReadOnlyList<Blocker>> BlockersOfAsync(this HospitalContext db, Admission admission)
    {
        var (notes, items, notifications) = (db.ClinicalNotes, db.LabOrderItems, db.Notifications);
        var open = await db.Encounters.Where(e => e.Id == admission.EncounterId).Select(e => new
        {
            Drafts = notes.Count(n => n.EncounterId == e.Id && n.Status == NoteStatus.Draft),
            Unverified = items.Count(i => i.Order.EncounterId == e.Id && i.Status == LabItemStatus.Resulted),
            Critical = notifications.Where(n => n.PatientId == e.PatientId && n.NeedsAcknowledgement && n.Kind == NotificationKind.CriticalResult).Select(n => n.Title).Distinct().Count(),
        }).SingleAsync();

        (int Count, string Sentence, string Url)[] checks =
        [
            (open.Drafts, "A note of this stay is still a draft.", $"/doctor/patients/{admission.PatientId}"),
            (open.Unverified, "A result of this stay waits to be verified.", $"/lab?status={LabItemStatus.Resulted}"),
            (open.Critical, "A critical result is not acknowledged yet.", $"/doctor/patients/{admission.PatientId}/results"),
        ];
        return [.. checks.Where(b => b.Count > 0).Select(b => new Blocker(b.Sentence, b.Url))];
    }
}
