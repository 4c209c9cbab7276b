using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Prescribing;

/// <summary>Gathers what the checks of one patient's prescriptions look at: the drug knowledge, the allergies, the medicines being taken.</summary>
public sealed class PrescriptionChecks(HospitalContext db, DrugShelf shelf)
{
    public async Task<PrescriptionCheck> ForAsync(Guid patientId, DateOnly today)
    {
        var reference = await shelf.CurrentAsync(db);
        var patient = await db.Set<Patient>().AsNoTracking().Where(p => p.Id == patientId)
            .Select(p => new { p.AllergyStatus, Active = p.Allergies.Where(a => a.Status == AllergyState.Active).ToList() }).SingleAsync();
        var taken = await db.CurrentMedicines(patientId, today).ToListAsync();

        return new(
            new AllergyCheck(reference, patient.AllergyStatus, patient.Active), reference,
            [.. taken.Select(m => new ActiveMedicine(m.PrescriptionId, m.Medicine, m.IngredientCodes))]);
    }
}
