using HospitalWeb.Data.Billing;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Domain.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>Books, receives and treats patients: the steps that every visit is put together from.</summary>
internal sealed class DemoClinic
{
    private static readonly DemoMedicine Instead = new("clarithromycin", 500, Frequency.TwiceADay, 7);
    private static readonly TimeSpan Consultation = TimeSpan.FromMinutes(25);

    private readonly DemoKit kit;
    private readonly DemoCrew crew;

    private DemoClinic(DemoKit kit, DemoCrew crew) => (this.kit, this.crew) = (kit, crew);

    public required IReadOnlyDictionary<string, IcdCode> Icd { get; init; }
    public required IReadOnlyList<Medication> Formulary { get; init; }
    public required DrugReference Drugs { get; init; }
    public required Charges Charges { get; init; }
    /// <summary>The visits that a doctor has completed, the earliest first.</summary>
    public List<DemoVisit> Seen { get; } = [];
    /// <summary>Who is in the house for a visit just now.</summary>
    public HashSet<Patient> Here { get; } = [];

    public static async Task<DemoClinic> OpenAsync(DemoKit kit, DemoCrew crew, DrugShelf shelf, Charges charges) => new(kit, crew)
    {
        Icd = await kit.Db.IcdCodes.ToDictionaryAsync(code => code.Code),
        Formulary = await kit.Db.Medications.OrderBy(m => m.GenericName).ThenBy(m => m.Strength).ToListAsync(),
        Drugs = await shelf.CurrentAsync(kit.Db),
        Charges = charges,
    };

    public Appointment Book(Patient patient, DemoPerson doctor, DateTimeOffset start, DateTimeOffset booked, DemoCase story, AppointmentReason reason = AppointmentReason.Consultation)
    {
        var appointment = Appointment.Book(patient, doctor.Practitioner!, new(start, start.AddMinutes(15)), reason, story.Complaint, crew.Reception.At(booked));
        kit.Add(appointment);
        return appointment;
    }

    public Encounter CheckIn(Appointment appointment, DateTimeOffset at)
    {
        appointment.CheckIn(at);
        var visit = Encounter.OpenFor(appointment, crew.Reception.At(at));
        kit.Add(visit);
        appointment.OpenedAs(visit.Id);
        Here.Add(visit.Patient);
        return visit;
    }

    public void Measure(Encounter visit, DateTimeOffset at, bool ill = false)
    {
        var age = visit.Patient.AgeOn(kit.Day(at));
        var (weight, height) = age < 16 ? (3.5m + 3m * age!.Value, 52 + 7m * age.Value) : (kit.Between(520, 980) / 10m, kit.Between(1520, 1900) / 10m);
        kit.Db.Add(new VitalSigns
        {
            Patient = visit.Patient, Encounter = visit, TakenAt = at, Recorded = crew.Nurse.At(at.AddMinutes(1)),
            SystolicMmHg = ill ? 96 : kit.Between(108, 148), DiastolicMmHg = ill ? 58 : kit.Between(62, 92), HeartRatePerMin = ill ? 122 : kit.Between(58, 96),
            RespiratoryRatePerMin = ill ? 24 : kit.Between(12, 19), TemperatureC = ill ? 38.9m : kit.Between(362, 374) / 10m, OxygenSaturationPercent = ill ? 92 : kit.Between(95, 99),
            OnOxygen = ill, Consciousness = Consciousness.Alert, WeightKg = weight, HeightCm = height, PainScore = ill ? 6 : kit.Between(0, 4),
        }.Accepted(age, improbableConfirmed: true));
    }

    public ClinicalNote BeginNote(Encounter visit, DemoPerson doctor, DemoCase story, DateTimeOffset at)
    {
        var note = ClinicalNote.Begin(visit, doctor.At(at));
        kit.Db.Add(note);
        note.Write(new()
        {
            Subjective = new() { ChiefComplaint = story.Complaint, History = story.History }, Objective = new() { Examination = story.Examination },
            Assessment = new() { Impression = story.Impression }, Plan = new() { Treatment = story.Treatment, Advice = story.Advice },
        }, doctor.At(at.AddMinutes(5)));
        return note;
    }

    /// <summary>From the doctor's door to the signed note, with its charge.</summary>
    public async Task<DemoVisit> SeeAsync(Appointment appointment, Encounter visit, DemoPerson doctor, DemoCase story, DateTimeOffset from)
    {
        var (start, until) = (from, from + Consultation);
        Measure(visit, start.AddMinutes(-6));
        appointment.Start();
        var note = BeginNote(visit, doctor, story, start.AddMinutes(5));
        visit.Diagnose(Icd[story.Icd].ToConcept(), DiagnosisCertainty.Confirmed, asPrimary: true, doctor.At(start.AddMinutes(15)));
        note.Sign(doctor.Practitioner!, kit.Day(until), doctor.At(until));
        visit.Complete(hasDraftNotes: false, doctor.At(until));
        appointment.Complete(until);
        await Charges.RaiseAsync(ChargeSource.Consultation, visit.Id, visit.Patient.Id, visit.Id, appointment.Reason == AppointmentReason.FollowUp ? ServiceCode.FollowUp : ServiceCode.Consultation, 1, doctor.At(until));

        var seen = new DemoVisit(visit, doctor, story, until);
        Seen.Add(seen);
        Here.Remove(visit.Patient);
        return seen;
    }

    /// <summary>A draft of the story's medicine, or of another one when the patient must not have it; null when the story needs none.</summary>
    public Prescription? Prescribe(Patient patient, Encounter? visit, DemoPerson doctor, DemoCase story, DateTimeOffset at)
    {
        if (story.Medicine is not { } wanted) return null;
        var prescription = Draft(wanted);
        if (CheckOf(prescription).For(prescription, prescription.Items[0]).Any(alert => alert.NeedsReason)) prescription = Draft(Instead);
        kit.Add(prescription);
        return prescription;

        Prescription Draft(DemoMedicine medicine)
        {
            var draft = new Prescription { Patient = patient, Encounter = visit, Prescriber = doctor.Practitioner, WrittenAt = at };
            var product = Formulary.First(m => m.GenericName == medicine.Generic);
            draft.Add(product, product.Line(medicine.Dose, product.Route, medicine.Frequency, medicine.MaxPerDay, medicine.Days), refills: 0, instructions: null);
            return draft;
        }
    }

    public void Sign(Prescription prescription, DemoPerson doctor, DateTimeOffset at, DispenseUrgency urgency = DispenseUrgency.Routine) =>
        prescription.Sign(CheckOf(prescription), checkedByHand: true, urgency, note: null, doctor.At(at), kit.Day(at));

    private PrescriptionCheck CheckOf(Prescription prescription) => new(new AllergyCheck(Drugs, prescription.Patient.AllergyStatus, prescription.Patient.Allergies), Drugs, []);
}

internal sealed record DemoVisit(Encounter Encounter, DemoPerson Doctor, DemoCase Story, DateTimeOffset EndedAt);
