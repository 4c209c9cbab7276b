using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Laboratory;

/// <summary>Who hears at once what the laboratory found.</summary>
public static class ResultAudience
{
    extension(HospitalContext db)
    {
        /// <summary>Whoever placed the order, and the practitioner it was placed for.</summary>
        public async Task<List<Guid>> AccountsOfOrdererAsync(LabOrder order)
        {
            var accounts = order.OrderedById is { } practitioner ? await db.Users.Where(a => a.PractitionerId == practitioner).Select(a => a.Id).ToListAsync() : [];
            if (order.Ordered.AccountId != Guid.Empty) accounts.Add(order.Ordered.AccountId);
            return [.. accounts.Distinct()];
        }

        /// <summary>Whoever may have acted on a value that was wrong: who read it, who sees the patient now and who has a prescription of theirs running.</summary>
        public async Task<List<Guid>> AccountsThatMayHaveActedAsync(Guid patientId, Stamp? reader)
        {
            var (visits, prescriptions) = (db.Encounters.Of(patientId).Open(), db.Prescriptions.Where(p => p.PatientId == patientId
                && (p.Status == PrescriptionStatus.Draft || p.Status == PrescriptionStatus.Signed || p.Status == PrescriptionStatus.PartlyDispensed)));
            var accounts = await db.Users.Where(a => a.PractitionerId != null && (visits.Any(e => e.PractitionerId == a.PractitionerId) || prescriptions.Any(p => p.PrescriberId == a.PractitionerId)))
                .Select(a => a.Id).ToListAsync();
            if (reader is not null) accounts.Add(reader.AccountId);
            return [.. accounts.Distinct()];
        }
    }
}
