using HospitalWeb.Domain.Audit;

namespace HospitalWeb.Data.Access;

public static class OpeningQueries
{
    extension(IQueryable<AuditEntry> entries)
    {
        /// <summary>Whenever somebody at work opened or printed something of a patient. Patients at their own record are no matter of this.</summary>
        public IQueryable<AuditEntry> OpeningsByStaff(DateTimeOffset since, DateTimeOffset until) => entries.Where(e => e.At >= since && e.At < until && e.PatientId != null && e.AccountId != null
            && (e.Action == AuditAction.Read || e.Action == AuditAction.Print || e.Action == AuditAction.Export) && e.Outcome == AuditOutcome.Success && e.Roles != "Patient");
    }
}
