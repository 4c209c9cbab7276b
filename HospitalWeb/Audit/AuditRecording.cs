using System.Runtime.CompilerServices;
using System.Text.Json;
using HospitalWeb.Data;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Audit;

/// <summary>Something worth an entry that is not a change of a row. It is written by the next save, with whatever that saves.</summary>
internal sealed record AuditEvent(AuditAction Action, string EntityType, string EntityId, Guid? PatientId, AuditOutcome Outcome = AuditOutcome.Success, string? Changes = null, Actor? Actor = null, string? Reason = null)
{
    public static AuditEvent Of(AuditAction action, Guid patient) => new(action, "Patient", patient.ToString(), patient);
}

public static class AuditRecording
{
    private static readonly ConditionalWeakTable<HospitalContext, List<AuditEvent>> Waiting = [];
    private static readonly ConditionalWeakTable<HospitalContext, Bulk> Bulks = [];

    extension(HospitalContext db)
    {
        public void Record(AuditAction action, string entityType, string entityId, Guid? patientId = null,
            AuditOutcome outcome = AuditOutcome.Success, string? changes = null, Actor? actor = null, string? reason = null) =>
            Waiting.GetOrCreateValue(db).Add(new(action, entityType, entityId, patientId, outcome, changes, actor, reason));

        /// <summary>Somebody opened this patient's record, or one document of it.</summary>
        public void RecordReading(Guid patientId, string entityType = "Patient", Guid? entityId = null) =>
            db.Record(AuditAction.Read, entityType, (entityId ?? patientId).ToString(), patientId);

        /// <summary>Somebody searched for patients and was shown these, by their numbers. What was typed is not kept: it may be a name.</summary>
        public void RecordSearch(IEnumerable<int> numbers) => db.Record(AuditAction.Search, nameof(Patient), "search",
            changes: JsonSerializer.Serialize(new { Shown = new { after = string.Join(", ", numbers.Select(number => HumanNumber.Format(Patient.Prefix, number))) } }));

        /// <summary>From here on each save of this context makes one entry that counts its rows, not one for each row.</summary>
        public void AuditInBulk(AuditAction action, string source) => Bulks.AddOrUpdate(db, new(action, source));

        internal List<AuditEvent> WaitingForAudit => Waiting.GetOrCreateValue(db);

        internal List<AuditEvent> TakeWaitingForAudit()
        {
            List<AuditEvent> taken = [.. db.WaitingForAudit];
            db.WaitingForAudit.Clear();
            return taken;
        }

        internal Bulk? AuditBulk => Bulks.TryGetValue(db, out var bulk) ? bulk : null;
    }

    internal sealed record Bulk(AuditAction Action, string Source);
}
