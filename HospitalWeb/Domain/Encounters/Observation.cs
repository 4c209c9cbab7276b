using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Encounters;

/// <summary>
/// Something that another system observed and that is neither vital signs nor a laboratory result: a questionnaire's score, a habit, a percentile.
/// Kept with its code and shown as it came; nothing is reckoned from it.
/// </summary>
public sealed class Observation : IImported
{
    public const int ValueMaxLength = 1000;
    public const int UnitMaxLength = 60;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    /// <summary>The sender's category, such as "survey".</summary>
    public string? Category { get; init; }
    public required CodedConcept Concept { get; init; }
    public required DateTimeOffset ObservedAt { get; init; }
    public string? Value { get; init; }
    public string? Unit { get; init; }
    public CodedConcept? ValueCode { get; init; }
    /// <summary>The answers of a questionnaire, or the parts of a measurement.</summary>
    public List<ObservationPart> Parts { get; init; } = [];
}

public sealed record ObservationPart
{
    public required CodedConcept Concept { get; init; }
    public string? Value { get; init; }
    public string? Unit { get; init; }
}
