using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Encounters;

/// <summary>A vaccine that was given, or offered and not given.</summary>
public sealed class Immunization : IImported
{
    public const int LotNumberMaxLength = 60;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public required CodedConcept Vaccine { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public ImmunizationStatus Status { get; init; } = ImmunizationStatus.Completed;
    public string? LotNumber { get; init; }
    public string? Site { get; init; }
    public required Stamp Recorded { get; init; }
}

public enum ImmunizationStatus
{
    [Display(Name = "Given")] Completed,
    [Display(Name = "Not given")] NotDone,
    [Display(Name = "Entered in error")] EnteredInError,
}
