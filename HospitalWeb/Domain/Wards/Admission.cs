using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Wards;

/// <summary>One patient's stay in the hospital, bed after bed without a gap. A patient has one open admission at most.</summary>
public sealed class Admission : INumbered
{
    public const int ReasonMaxLength = Encounter.ReasonMaxLength;

    public static string Prefix => "ADM";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public required Encounter Encounter { get; init; }
    public Guid EncounterId { get; private set; }
    /// <summary>The doctor in charge.</summary>
    public Practitioner? Practitioner { get; init; }
    public Guid? PractitionerId { get; private set; }
    public required string Reason { get; init; }
    public required Stamp Admitted { get; init; }
    public DateTimeOffset AdmittedAt { get; private init; }
    /// <summary>Discharged or cancelled at; null while the patient is here.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public Stamp? Ended { get; private set; }
    public Discharge? Discharge { get; private set; }
    public string? CancelReason { get; private set; }
    public List<BedStay> Stays { get; private set; } = [];

    public bool IsOpen => EndedAt is null;
    public bool IsCancelled => CancelReason is not null;
    public BedStay CurrentStay => Stays.Single(s => s.Until is null);

    /// <summary>Admits to a free bed and opens the inpatient visit.</summary>
    public static Admission Admit(Patient patient, Bed bed, Practitioner? doctor, string reason, Stamp by)
    {
        BrokenRule.When(patient.IsDeceased, $"{patient.ListName} has died and cannot be admitted.");

        bed.Occupy(by);
        var visit = new Encounter { Patient = patient, Practitioner = doctor, Class = EncounterClass.Inpatient, StartedAt = by.At, ChiefComplaint = reason.Trim() };
        var admission = new Admission { Patient = patient, Encounter = visit, Practitioner = doctor, Reason = reason.Trim(), Admitted = by, AdmittedAt = by.At };
        admission.Stays.Add(new() { Admission = admission, Bed = bed, From = by.At });
        return admission;
    }

    /// <summary>The old stay ends at the very instant the new one starts.</summary>
    public void TransferTo(Bed bed, Stamp by)
    {
        RequireOpen();
        var current = CurrentStay;
        BrokenRule.When(current.Bed == bed, $"The patient lies in {bed.Name} already.");
        BrokenRule.When(by.At <= current.From, "A transfer cannot lie before the stay it ends.");

        bed.Occupy(by);
        current.End(by);
        Stays.Add(new() { Admission = this, Bed = bed, From = by.At });
    }

    /// <summary>Ends the stay and its visit. What is still open is the gate's affair, see <see cref="DischargeGate"/>.</summary>
    public void DischargeTo(Destination destination, string summary, string? overrideReason, Stamp by)
    {
        RequireOpen();
        BrokenRule.When(by.At < AdmittedAt, "A patient cannot leave before arriving.");
        BrokenRule.When(string.IsNullOrWhiteSpace(summary), "Write a discharge summary.");

        Discharge = new() { Destination = destination, Summary = summary.Trim(), OverrideReason = overrideReason };
        if (Encounter.IsOpen) Encounter.Complete(hasDraftNotes: false, by);
        if (destination == Destination.Died && !Patient.IsDeceased) Patient.Die(by.At);
        End(by);
    }

    /// <summary>The patient was admitted by mistake: the bed is given back, the history kept.</summary>
    public void Cancel(string reason, bool hasSignedNotes, Stamp by)
    {
        RequireOpen();
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the admission is cancelled.");

        Encounter.Cancel(reason, hasSignedNotes, by);
        CancelReason = reason.Trim();
        End(by);
    }

    private void End(Stamp by)
    {
        CurrentStay.End(by);
        (Ended, EndedAt) = (by, by.At);
    }

    private void RequireOpen()
    {
        BrokenRule.When(IsCancelled, $"This admission was cancelled: {CancelReason}.");
        BrokenRule.When(!IsOpen, $"{Patient.ListName} has already been discharged.");
    }
}
