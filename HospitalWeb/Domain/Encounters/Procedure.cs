using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Encounters;

/// <summary>Something done to the patient: an operation, an examination, a dressing.</summary>
public sealed class Procedure : IImported
{
    public const int NoteMaxLength = 1000;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public required CodedConcept Concept { get; init; }
    public required DateTimeOffset PerformedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public ProcedureStatus Status { get; init; } = ProcedureStatus.Completed;
    public CodedConcept? Reason { get; init; }
    public string? Note { get; init; }
    public required Stamp Recorded { get; init; }
}

public enum ProcedureStatus
{
    Planned,
    [Display(Name = "In progress")] InProgress,
    Completed,
    [Display(Name = "Not done")] NotDone,
    Stopped,
    [Display(Name = "Entered in error")] EnteredInError,
}
