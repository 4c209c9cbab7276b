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
        var (editions, taken) = (db.DrugKnowledge.NewestFirst(), db.CurrentMedicines(patientId, today));
        var known = await db.Set<Patient>().AsNoTracking().AsSingleQuery().Where(p => p.Id == patientId).Select(p => new
        {
            Edition = editions.Select(k => k.Edition).FirstOrDefault(),
            p.AllergyStatus,
            Allergies = p.Allergies.Where(a => a.Status == AllergyState.Active).ToList(),
            Taken = taken.Select(m => new ActiveMedicine(m.PrescriptionId, m.Medicine, m.IngredientCodes)).ToList(),
        }).SingleAsync();

        var reference = await shelf.OfEditionAsync(db, known.Edition);
        return new(new AllergyCheck(reference, known.AllergyStatus, known.Allergies), reference, known.Taken);
    }
}
