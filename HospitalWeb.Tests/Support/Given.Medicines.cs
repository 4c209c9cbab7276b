using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Pharmacy;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    private static int batches;

    public static readonly Stamp DrPatel = new(new Guid(0x5EED, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2), "Dr A Patel", Now);
    public static readonly Stamp Pharmacist = new(new Guid(0x5EED, 5, 0, 0, 0, 0, 0, 0, 0, 0, 3), "Ben Okafor", Now);
    public static readonly DateOnly Today = DateOnly.FromDateTime(Now.Date);
    /// <summary>The edition that the program brings with it.</summary>
    public static readonly DrugReference DrugReference = new("2026-11.test", DrugKnowledgeFiles.Facts());

    public static Allergy Allergy(string text, string? reaction = null, string? ingredient = null, string? drugClass = null, CodedConcept? substance = null) => new()
    {
        Text = text, Reaction = reaction, IngredientCode = ingredient, DrugClassCode = drugClass, Substance = substance,
        Recorded = DrPatel with { At = new(2019, 5, 1, 10, 0, 0, TimeSpan.Zero), Name = "Dr Lee" },
    };

    public static Patient Allergic(Allergy allergy, string family = "Smith")
    {
        var patient = Patient(family);
        patient.RecordAllergy(allergy);
        return patient;
    }

    public static Patient NotAllergic(string family = "Smith", string given = "Jane")
    {
        var patient = Patient(family, given);
        patient.RecordNoKnownAllergies(Receptionist);
        return patient;
    }

    public static Medication Amoxicillin() => Medication("amoxicillin", "Amoxil", "amoxicillin");

    public static Medication Medication(string name = "metformin", string? brand = null, params string[] ingredients) => new()
    {
        GenericName = name, Brand = brand, Strength = "500 mg", Form = DoseForm.Capsule, Route = MedicineRoute.Oral, DoseUnit = "mg", UsualDose = 500,
        DosePerPackUnit = 500, PackUnit = "capsule", IngredientCodes = [.. ingredients.DefaultIfEmpty(name)], ReorderLevel = 20, UsualPrice = 0.25m,
    };

    public static MedicineLine Line(Medication medication, decimal dose = 500, Frequency frequency = Frequency.ThreeTimesADay, int days = 7, int? maxPerDay = null) =>
        medication.Line(dose, MedicineRoute.Oral, frequency, maxPerDay, days);

    public static Prescription Draft(Patient patient, Practitioner doctor, params Medication[] medications)
    {
        var draft = new Prescription { Patient = patient, Prescriber = doctor, WrittenAt = Now };
        foreach (var medication in medications) draft.Add(medication, Line(medication), refills: 0, instructions: null);
        return draft;
    }

    public static Prescription Signed(Patient patient, Practitioner doctor, params Medication[] medications)
    {
        var prescription = Draft(patient, doctor, medications);
        prescription.Sign(CheckFor(patient), checkedByHand: true, DispenseUrgency.Routine, null, DrPatel, Today);
        return prescription;
    }

    public static PrescriptionCheck CheckFor(Patient patient, DrugReference? reference = null, params ActiveMedicine[] active) =>
        new(new AllergyCheck(reference ?? DrugReference, patient.AllergyStatus, patient.Allergies), reference ?? DrugReference, active);

    /// <summary>Goods as they arrive: the batch and its first row in the ledger.</summary>
    public static StockMovement Goods(Medication medication, decimal quantity, DateOnly? expires = null, string? batch = null) => StockBatch.Receive(
        medication, null, new(batch ?? $"B{Interlocked.Increment(ref batches)}", expires ?? Today.AddYears(1), quantity, new UnitPrice(0.10m, new("GBP")), new UnitPrice(0.25m, new("GBP")), "Alpha Supplies"), Pharmacist, Today);
}
