using HospitalWeb.Data.Pharmacy;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Prescriptions in every state: draft, waiting in the pharmacy, given in part or whole, cancelled, run out.</summary>
internal sealed class DemoPharmacy(DemoKit kit, DemoCrew crew, DemoClinic clinic)
{
    private readonly Dispensing dispensing = new(kit.Db, clinic.Charges);

    public async Task RunAsync(IReadOnlyList<Patient> patients)
    {
        var visits = clinic.Seen.Where(visit => visit.Story.Medicine is not null).OrderByDescending(visit => visit.EndedAt).ToList();
        var written = visits.Select(visit => (Visit: visit, Prescription: clinic.Prescribe(visit.Encounter.Patient, visit.Encounter, visit.Doctor, visit.Story, visit.EndedAt.AddMinutes(-8))!)).ToList();
        foreach (var (visit, prescription) in written.Skip(1))
            clinic.Sign(prescription, visit.Doctor, visit.EndedAt.AddMinutes(-5), prescription == written[1].Prescription ? DispenseUrgency.Urgent : DispenseUrgency.Routine);
        await RunOutAsync(patients[0]);
        await kit.SaveAsync();

        // The newest stay a draft or wait in the queue; the older they are, the more of them are given out.
        written[6].Prescription.Cancel("The patient already has this medicine at home.", written[6].Visit.Doctor.At(written[6].Visit.EndedAt));
        foreach (var (visit, prescription) in written.Skip(7)) await GiveAsync(prescription, visit.EndedAt.AddMinutes(20), inPart: kit.Between(1, 5) == 1);
        await kit.SaveAsync();
    }

    private Task RunOutAsync(Patient patient)
    {
        var (doctor, at) = (crew.Doctors[0], kit.At(kit.Today.AddDays(-45), 11));
        if (clinic.Prescribe(patient, null, doctor, DemoCase.All[2], at) is { } old) clinic.Sign(old, doctor, at.AddMinutes(4));
        return kit.SaveAsync();
    }

    private async Task GiveAsync(Prescription prescription, DateTimeOffset at, bool inPart)
    {
        var item = prescription.Items[0];
        var batches = await kit.Db.StockBatches.Where(batch => batch.MedicationId == item.Medication!.Id).OrderBy(batch => batch.ExpiresOn).ThenBy(batch => batch.BatchNumber).ToListAsync();
        var portions = Fefo.Propose(batches, inPart ? Math.Ceiling(item.Due / 2) : item.Due, kit.Day(at));
        if (portions.Count == 0) return;

        var dispense = Dispense.Of(prescription, item, batches, portions, laterBatchReason: null, alerts: [], crew.Pharmacist.At(at), kit.Day(at));
        await dispensing.SaveAsync(dispense, batches, prescription.Patient.Id, prescription.Encounter?.Id);
    }
}
