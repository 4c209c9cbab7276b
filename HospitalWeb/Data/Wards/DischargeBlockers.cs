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
    /// <summary>An admission and what must be settled before its patient leaves. What was cancelled blocks nothing.</summary>
    public static async Task<(Admission Admission, IReadOnlyList<Blocker> Blockers)?> LeavingAsync(this HospitalContext db, Guid patientId, Guid admissionId)
    {
        var (notes, items, notifications) = (db.ClinicalNotes, db.LabOrderItems, db.Notifications);
        var open = await db.Admissions.WithStays().Where(a => a.Id == admissionId && a.PatientId == patientId).Select(a => new
        {
            Admission = a,
            Drafts = notes.Count(n => n.EncounterId == a.EncounterId && n.Status == NoteStatus.Draft),
            Unverified = items.Count(i => i.Order.EncounterId == a.EncounterId && i.Status == LabItemStatus.Resulted),
            Critical = notifications.Where(n => n.PatientId == a.PatientId && n.NeedsAcknowledgement && n.Kind == NotificationKind.CriticalResult).Select(n => n.Title).Distinct().Count(),
        }).SingleOrDefaultAsync();
        if (open is null) return null;

        (int Count, string Sentence, string Url)[] checks =
        [
            (open.Drafts, "A note of this stay is still a draft.", $"/doctor/patients/{patientId}"),
            (open.Unverified, "A result of this stay waits to be verified.", $"/lab?status={LabItemStatus.Resulted}"),
            (open.Critical, "A critical result is not acknowledged yet.", $"/doctor/patients/{patientId}/results"),
        ];
        return (open.Admission, [.. checks.Where(b => b.Count > 0).Select(b => new Blocker(b.Sentence, b.Url))]);
    }
}
