using HospitalWeb.Data.Laboratory;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Encounters;

public enum TimelineKind { Visit, Note, Problem, Vitals, Prescription, LabTest, Procedure, Immunization }

/// <summary>One thing that happened to a patient. <see cref="Number"/> is the visit's, prescription's or order's.</summary>
public sealed record TimelineEvent
{
    public required TimelineKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid Id { get; init; }
    public Guid? EncounterId { get; init; }
    public int? Number { get; init; }
    public string? Title { get; init; }
    public string? State { get; init; }
    /// <summary>Where it happened, when that was elsewhere.</summary>
    public string? Place { get; init; }
}

public static class PatientTimeline
{
    extension(HospitalContext db)
    {
        /// <summary>All that happened, newest first, in one query. Texts are converted because the columns of a union must be of one size.</summary>
        public IQueryable<TimelineEvent> TimelineOf(Guid patientId, NoteReader reader, TimelineKind? kind, TimeKey? after)
        {
            var all = Enum.GetValues<TimelineKind>().Where(k => kind is null || k == kind).Select(k => db.Part(k, patientId, reader)).Aggregate((some, more) => some.Concat(more));
            return all.NewestFirst(e => e.At, after);
        }

        /// <summary>A visit without a type is named by its complaint, which is encrypted and cannot go through a union.</summary>
        public async Task<IReadOnlyList<TimelineEvent>> WithComplaintsAsync(IReadOnlyList<TimelineEvent> events)
        {
            var visits = events.Where(e => e is { Kind: TimelineKind.Visit, Title: null }).Select(e => e.Id).ToList();
            if (visits.Count == 0) return events;

            var complaints = await db.Encounters.Where(e => visits.Contains(e.Id)).Select(e => new { e.Id, e.ChiefComplaint }).ToDictionaryAsync(e => e.Id, e => e.ChiefComplaint);
            return [.. events.Select(e => complaints.TryGetValue(e.Id, out var complaint) ? e with { Title = complaint } : e)];
        }

        private IQueryable<TimelineEvent> Part(TimelineKind kind, Guid patientId, NoteReader reader) => kind switch
        {
            TimelineKind.Visit => db.Encounters.Where(e => e.PatientId == patientId).Select(e => new TimelineEvent
            {
                Kind = TimelineKind.Visit, At = e.StartedAt, Id = e.Id, EncounterId = e.Id, Number = e.Number, State = e.Status.ToString(),
                Title = Convert.ToString(e.TypeCode!.Display), Place = Convert.ToString(e.TookPlaceAt!.Name),
            }),
            TimelineKind.Note => db.ClinicalNotes.Signed().ReadableBy(reader).Where(n => n.Encounter.PatientId == patientId).Select(n => new TimelineEvent
            {
                Kind = TimelineKind.Note, At = n.Signed!.At, Id = n.Id, EncounterId = n.EncounterId, Number = (int?)null, State = n.Status.ToString(), Title = Convert.ToString(n.Signed!.Name), Place = null,
            }),
            TimelineKind.Problem => db.Conditions.Where(c => c.PatientId == patientId && c.ErrorReason == null).Select(c => new TimelineEvent
            {
                Kind = TimelineKind.Problem, At = c.Recorded.At, Id = c.Id, EncounterId = c.EncounterId, Number = (int?)null, State = c.Status.ToString(), Title = Convert.ToString(c.Concept.Display), Place = null,
            }),
            TimelineKind.Vitals => db.VitalSigns.Valid().Where(v => v.PatientId == patientId).Select(v => new TimelineEvent
            {
                Kind = TimelineKind.Vitals, At = v.TakenAt, Id = v.Id, EncounterId = v.EncounterId, Number = (int?)null, State = null, Title = Convert.ToString(v.Recorded.Name), Place = null,
            }),
            TimelineKind.Prescription => db.PrescriptionItems.Join(db.Prescriptions.Where(p => p.PatientId == patientId && p.Status != PrescriptionStatus.Draft), i => i.PrescriptionId, p => p.Id, (i, p) => new TimelineEvent
            {
                Kind = TimelineKind.Prescription, At = p.WrittenAt, Id = i.Id, EncounterId = p.EncounterId, Number = p.Number, State = p.Status.ToString(), Title = Convert.ToString(i.Medicine.Generic), Place = null,
            }),
            TimelineKind.LabTest => db.LabOrderItems.Where(i => i.Order.PatientId == patientId && i.Status != LabItemStatus.Cancelled).Select(i => new TimelineEvent
            {
                Kind = TimelineKind.LabTest, At = i.OrderedAt, Id = i.Id, EncounterId = i.Order.EncounterId, Number = i.Order.Number, State = i.Status.ToString(), Title = Convert.ToString(i.Test.Display), Place = null,
            }),
            TimelineKind.Procedure => db.Procedures.Where(p => p.PatientId == patientId && p.Status != ProcedureStatus.EnteredInError).Select(p => new TimelineEvent
            {
                Kind = TimelineKind.Procedure, At = p.PerformedAt, Id = p.Id, EncounterId = p.EncounterId, Number = (int?)null, State = p.Status.ToString(), Title = Convert.ToString(p.Concept.Display), Place = null,
            }),
            _ => db.Immunizations.Where(i => i.PatientId == patientId && i.Status != ImmunizationStatus.EnteredInError).Select(i => new TimelineEvent
            {
                Kind = TimelineKind.Immunization, At = i.GivenAt, Id = i.Id, EncounterId = i.EncounterId, Number = (int?)null, State = i.Status.ToString(), Title = Convert.ToString(i.Vaccine.Display), Place = null,
            }),
        };
    }
}
