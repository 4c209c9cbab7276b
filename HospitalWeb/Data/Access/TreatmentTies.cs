using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Data.Staff;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain.Access;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Access;

/// <summary>One reason why one patient may be opened.</summary>
public sealed record Tie
{
    public required Guid PatientId { get; init; }
    public required TieKind Kind { get; init; }
}

/// <summary>What ties the staff to patients, as one query: with a patient's id it decides about a page, without one it narrows a list.</summary>
public static class TreatmentTies
{
    /// <summary>After the last visit, order or stay: results still come in and letters are still written.</summary>
    public static readonly TimeSpan Aftercare = TimeSpan.FromDays(90);
    /// <summary>A booking that has passed still opens the record for so long.</summary>
    public static readonly TimeSpan PastBooking = TimeSpan.FromDays(30);
    /// <summary>Whoever was checked in waits no longer than a long night.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromHours(36);
    /// <summary>The front desk prepares a day and ends it.</summary>
    public static readonly TimeSpan DeskDay = TimeSpan.FromHours(24);

    extension(HospitalContext db)
    {
        public IQueryable<Tie> TiesOf(Asker who) => (who.Desk switch
        {
            Desk.Doctor => db.OwnTies(who),
            Desk.Nurse => [.. db.OwnTies(who), db.SpecimenTies(who)],
            Desk.Wards => [.. db.OwnTies(who), db.AdmissionTies(who)],
            Desk.Pharmacy => [db.DispensingTies(who)],
            Desk.Lab => [db.LaboratoryTies(who)],
            Desk.Billing => db.AccountTies(),
            _ => db.DeskTies(who),
        }).Aggregate((some, more) => some.Concat(more));

        private IEnumerable<IQueryable<Tie>> OwnTies(Asker who)
        {
            var (me, account, now, recent, booked, waiting, atTriage) = (who.PractitionerId ?? Guid.Empty, who.AccountId, who.Now, who.Now - Aftercare, who.Now - PastBooking, who.Now - Waiting, who.Desk == Desk.Nurse);
            var (department, duties) = (db.Practitioners.Where(p => p.Id == me && p.DepartmentId != null).Select(p => p.DepartmentId), db.WardDuties.Where(d => d.PractitionerId == me));
            return
            [
                db.Encounters.Where(e => e.PractitionerId == me && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.Completed && e.EndedAt >= recent))
                    .Select(e => new Tie { PatientId = e.PatientId, Kind = TieKind.Visit }),
                db.CareTeamMembers.ActiveAt(now).Where(m => m.PractitionerId == me).Select(m => new Tie { PatientId = m.PatientId, Kind = TieKind.CareTeam }),
                db.Appointments.Where(a => a.PractitionerId == me && a.Status != AppointmentStatus.Cancelled && a.StartsAt >= booked)
                    .Select(a => new Tie { PatientId = a.PatientId, Kind = TieKind.Booking }),
                db.Encounters.Open().Where(e => e.StartedAt >= waiting && e.Class != EncounterClass.Inpatient
                        && (atTriage || me != Guid.Empty && (e.PractitionerId == null || department.Contains(e.Practitioner!.DepartmentId))))
                    .Select(e => new Tie { PatientId = e.PatientId, Kind = TieKind.Here }),
                db.Admissions.Open().Where(a => a.PractitionerId == me || a.Stays.Any(s => s.Until == null && duties.Any(d => d.WardId == s.Bed.WardId)))
                    .Select(a => new Tie { PatientId = a.PatientId, Kind = TieKind.Ward }),
                db.Prescriptions.Where(p => p.PrescriberId == me && p.Status != PrescriptionStatus.Cancelled && p.WrittenAt >= recent)
                    .Select(p => new Tie { PatientId = p.PatientId, Kind = TieKind.Prescription }),
                db.LabOrders.Where(o => (o.OrderedById == me || o.Ordered.AccountId == account) && o.Ordered.At >= recent)
                    .Select(o => new Tie { PatientId = o.PatientId, Kind = TieKind.Order }),
                db.Notifications.To(account).Where(n => n.PatientId != null && n.Acknowledged == null && n.CreatedAt >= recent
                        && (n.Kind == NotificationKind.CriticalResult || n.Kind == NotificationKind.CorrectedResult || n.Kind == NotificationKind.EarlyWarning))
                    .Select(n => new Tie { PatientId = n.PatientId!.Value, Kind = TieKind.Result }),
            ];
        }

        private IQueryable<Tie> SpecimenTies(Asker who)
        {
            var recent = who.Now - Aftercare;
            return db.LabOrders.Where(o => o.Ordered.At >= recent && o.Items.Any(i => i.Status == LabItemStatus.Ordered)).Select(o => new Tie { PatientId = o.PatientId, Kind = TieKind.Specimen });
        }

        private IQueryable<Tie> AdmissionTies(Asker who)
        {
            var recent = who.Now - Aftercare;
            return db.Admissions.Where(a => a.EndedAt == null || a.EndedAt >= recent).Select(a => new Tie { PatientId = a.PatientId, Kind = TieKind.Admission });
        }

        private IQueryable<Tie> DispensingTies(Asker who)
        {
            var (recent, today) = (who.Now - Aftercare, who.Today);
            return db.Prescriptions.Where(p => p.Status != PrescriptionStatus.Draft && (p.WrittenAt >= recent
                    || (p.Status == PrescriptionStatus.Signed || p.Status == PrescriptionStatus.PartlyDispensed) && p.ValidUntil >= today))
                .Select(p => new Tie { PatientId = p.PatientId, Kind = TieKind.ToDispense });
        }

        private IQueryable<Tie> LaboratoryTies(Asker who)
        {
            var recent = who.Now - Aftercare;
            LabItemStatus[] done = [LabItemStatus.Released, LabItemStatus.Corrected, LabItemStatus.Rejected, LabItemStatus.Cancelled];
            return db.LabOrders.Where(o => o.Ordered.At >= recent || o.Items.Any(i => !done.Contains(i.Status))).Select(o => new Tie { PatientId = o.PatientId, Kind = TieKind.Laboratory });
        }

        private IEnumerable<IQueryable<Tie>> AccountTies() =>
        [
            db.Charges.Select(c => new Tie { PatientId = c.PatientId, Kind = TieKind.Account }),
            db.Bills.Select(b => new Tie { PatientId = b.PatientId, Kind = TieKind.Account }),
            db.Encounters.Where(e => e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.Completed).Select(e => new Tie { PatientId = e.PatientId, Kind = TieKind.Account }),
        ];

        private IEnumerable<IQueryable<Tie>> DeskTies(Asker who)
        {
            var (from, until, waiting) = (who.Now - DeskDay, who.Now + DeskDay, who.Now - Waiting);
            return
            [
                db.Appointments.Where(a => a.Status != AppointmentStatus.Cancelled && a.StartsAt >= from && a.StartsAt < until).Select(a => new Tie { PatientId = a.PatientId, Kind = TieKind.Expected }),
                db.Encounters.Open().Where(e => e.StartedAt >= waiting).Select(e => new Tie { PatientId = e.PatientId, Kind = TieKind.Expected }),
            ];
        }
    }
}
