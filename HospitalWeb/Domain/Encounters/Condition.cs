using System.ComponentModel.DataAnnotations;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Encounters;

/// <summary>An entry of the patient's problem list: lasts over visits until it is resolved.</summary>
public sealed class Condition : IImported
{
    public const int NoteMaxLength = 1000;

    public Guid Id { get; private set; }
    public string? ImportedFrom { get; init; }
    public required Patient Patient { get; init; }
    public Guid PatientId { get; private set; }
    /// <summary>The visit at which it was found.</summary>
    public Encounter? Encounter { get; init; }
    public Guid? EncounterId { get; private set; }
    public required CodedConcept Concept { get; init; }
    public ConditionStatus Status { get; private set; } = ConditionStatus.Active;
    public ConditionCategory Category { get; init; } = ConditionCategory.ProblemListItem;
    public DateOnly? OnsetOn { get; init; }
    public DateOnly? AbatedOn { get; private set; }
    public string? Note { get; init; }
    public required Stamp Recorded { get; init; }
    public Stamp? EnteredInError { get; private set; }
    public string? ErrorReason { get; private set; }

    public bool IsActive => Status == ConditionStatus.Active && EnteredInError is null;

    /// <summary>Puts a problem on the list of a patient who has <paramref name="others"/> there already.</summary>
    public static Condition Add(Patient patient, Encounter? encounter, CodedConcept concept, DateOnly? onsetOn, string? note, IEnumerable<Condition> others, DateOnly today, Stamp stamp)
    {
        BrokenRule.When(others.Any(c => c.IsActive && c.Concept.Code == concept.Code && c.Concept.System == concept.System), $"{concept.Display} is already on the problem list.");
        BrokenRule.When(onsetOn > today, "The onset cannot lie in the future.");
        BrokenRule.When(onsetOn < patient.BirthDate, "The onset cannot lie before birth.");

        return new() { Patient = patient, Encounter = encounter, Concept = concept, OnsetOn = onsetOn, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), Recorded = stamp };
    }

    public void Resolve(DateOnly on, DateOnly today)
    {
        BrokenRule.When(!IsActive, "This problem is not active any more.");
        BrokenRule.When(on > today, "A problem cannot be resolved in the future.");
        BrokenRule.When(on < OnsetOn, "A problem cannot be resolved before its onset.");

        (Status, AbatedOn) = (ConditionStatus.Resolved, on);
    }

    public void MarkAsError(string reason, Stamp stamp)
    {
        BrokenRule.When(EnteredInError is not null, "This problem is already marked as entered in error.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Give the reason.");

        (EnteredInError, ErrorReason) = (stamp, reason.Trim());
    }

    /// <summary>Takes over how an imported problem stood, whatever today's rules say.</summary>
    public Condition AsHistory(ConditionStatus status, DateOnly? abatedOn)
    {
        if (ImportedFrom is null) throw new InvalidOperationException("Only an imported problem has a history from elsewhere.");

        (Status, AbatedOn) = (status, abatedOn);
        return this;
    }
}

public enum ConditionStatus { Active, Recurrence, Inactive, Remission, Resolved }

public enum ConditionCategory
{
    [Display(Name = "Problem")] ProblemListItem,
    [Display(Name = "Diagnosis of a visit")] EncounterDiagnosis,
    [Display(Name = "Health concern")] HealthConcern,
}
