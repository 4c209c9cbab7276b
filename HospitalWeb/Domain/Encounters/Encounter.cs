using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Scheduling;
using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Domain.Encounters;

/// <summary>One patient's visit: from check-in to the moment the last of the care given at it is done.</summary>
public sealed class Encounter : INumbered, IImported
{
    public const int ChiefComplaintMaxLength = 500;
    public const int ReasonMaxLength = 500;

    private Practitioner? practitioner;

    public static string Prefix => "VIS";

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    /// <summary>Who sees the patient; nobody yet on an emergency visit that waits for the first free doctor.</summary>
    public Practitioner? Practitioner { get => practitioner; init => practitioner = value; }
    public Guid? PractitionerId { get; private set; }
    public Guid? AppointmentId { get; init; }
    /// <summary>Where an imported visit was; null on those here.</summary>
    public OutsideOrganization? TookPlaceAt { get; init; }
    public Guid? TookPlaceAtId { get; private set; }
    public required EncounterClass Class { get; init; }
    public CodedConcept? TypeCode { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? ChiefComplaint { get; set; }
    public EncounterStatus Status { get; private set; } = EncounterStatus.InProgress;
    public string? CancelReason { get; private set; }
    /// <summary>1 is seen first. Until triage it is the rank that the reason of the booking gives.</summary>
    public int Priority { get; private set; } = TriagePriority.Untriaged;
    public DateTimeOffset? TriagedAt { get; private set; }
    public string? TriagedBy { get; private set; }
    public List<Diagnosis> Diagnoses { get; private set; } = [];

    public bool IsOpen => Status == EncounterStatus.InProgress;
    public bool IsTriaged => TriagedAt is not null;

    public static Encounter OpenFor(Appointment appointment, Stamp stamp) => new()
    {
        Patient = appointment.Patient,
        Practitioner = appointment.Practitioner,
        AppointmentId = appointment.Id,
        Class = appointment.Mode == AppointmentMode.Telemedicine ? EncounterClass.Telemedicine
            : appointment.Reason == AppointmentReason.Emergency ? EncounterClass.Emergency
            : EncounterClass.OutpatientVisit,
        StartedAt = stamp.At,
        ChiefComplaint = appointment.ReasonText,
        Priority = TriagePriority.Of(appointment.Reason),
    };

    public void Triage(int priority, string? chiefComplaint, Stamp stamp)
    {
        MustBeOpen();
        BrokenRule.When(!TriagePriority.IsValid(priority), "Choose a priority from 1 to 5.");

        (Priority, TriagedAt, TriagedBy) = (priority, stamp.At, stamp.Name);
        if (!string.IsNullOrWhiteSpace(chiefComplaint)) ChiefComplaint = chiefComplaint.Trim();
    }

    public void TakeOver(Practitioner doctor)
    {
        MustBeOpen();
        practitioner = doctor;
    }

    /// <summary>Adds a diagnosis to this visit. The first is the primary one; a new primary diagnosis makes the former secondary.</summary>
    public Diagnosis Diagnose(CodedConcept concept, DiagnosisCertainty certainty, bool asPrimary, Stamp stamp)
    {
        MustBeOpen();
        var current = Diagnoses.Where(d => d.IsCurrent).ToList();
        BrokenRule.When(current.Any(d => d.Concept.Code == concept.Code && d.Concept.System == concept.System), $"{concept.Code} is already a diagnosis of this visit.");

        var primary = asPrimary || current.Count == 0;
        if (primary) foreach (var other in current) other.MakeSecondary();

        var diagnosis = new Diagnosis { Encounter = this, Concept = concept, Certainty = certainty, Recorded = stamp };
        if (primary) diagnosis.MakePrimary();
        Diagnoses.Add(diagnosis);
        return diagnosis;
    }

    public void Complete(bool hasDraftNotes, Stamp stamp)
    {
        MustBeOpen();
        BrokenRule.When(hasDraftNotes, "A note of this visit is still a draft. Sign it or discard it first.");

        (Status, EndedAt) = (EncounterStatus.Completed, stamp.At);
    }

    public void Cancel(string reason, bool hasSignedNotes, Stamp stamp)
    {
        MustBeOpen();
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Give the reason for cancelling the visit.");
        BrokenRule.When(hasSignedNotes, "A visit with a signed note cannot be cancelled. Complete it instead.");

        (Status, EndedAt, CancelReason) = (EncounterStatus.Cancelled, stamp.At, reason.Trim());
    }

    /// <summary>Takes over how an imported visit ended, whatever today's rules say.</summary>
    public Encounter AsHistory(EncounterStatus status, DateTimeOffset? endedAt)
    {
        if (ImportedFrom is null) throw new InvalidOperationException("Only an imported visit has a history from elsewhere.");

        (Status, EndedAt) = (status, endedAt);
        return this;
    }

    public void MustBeOpen()
    {
        BrokenRule.When(Status == EncounterStatus.Completed, "This visit is completed. Amend its note instead.");
        BrokenRule.When(Status == EncounterStatus.Cancelled, "This visit was cancelled.");
        BrokenRule.When(!IsOpen, "This visit has not begun.");
    }
}
