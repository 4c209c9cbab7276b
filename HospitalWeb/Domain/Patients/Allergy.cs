using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Patients;

/// <summary>
/// A risk of an adverse reaction. Checks work on the ingredient or the class code; a text alone is shown but cannot be checked.
/// Never deleted: made inactive, or marked as entered in error with a reason.
/// </summary>
public sealed class Allergy : IImported
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public string? ImportedFrom { get; init; }
    public CodedConcept? Substance { get; init; }
    public required string Text { get; init; }
    /// <summary>Set when the allergy is to a whole class, such as penicillins.</summary>
    public string? DrugClassCode { get; init; }
    public string? IngredientCode { get; init; }
    public string? Reaction { get; init; }
    public AllergySeverity? Severity { get; init; }
    public AllergyCriticality? Criticality { get; init; }
    public AllergyCertainty Certainty { get; init; } = AllergyCertainty.Confirmed;
    public AllergyState Status { get; private set; } = AllergyState.Active;
    public required Stamp Recorded { get; init; }
    public DateOnly? OnsetOn { get; init; }
    public Stamp? Ended { get; private set; }
    public string? EndReason { get; private set; }

    public bool IsActive => Status == AllergyState.Active;
    public bool IsChecked => DrugClassCode is not null || IngredientCode is not null;
    public bool IsAnaphylaxis => Reaction?.Contains("anaphyla", StringComparison.OrdinalIgnoreCase) == true;

    public void MakeInactive(string reason, Stamp stamp) => End(AllergyState.Inactive, reason, stamp);

    public void MarkEnteredInError(string reason, Stamp stamp) => End(AllergyState.EnteredInError, reason, stamp);

    private void End(AllergyState state, string reason, Stamp stamp)
    {
        BrokenRule.When(!IsActive, $"{Text} is no longer an active allergy.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why this allergy no longer counts.");

        (Status, EndReason, Ended) = (state, reason.Trim(), stamp);
    }
}

public enum AllergySeverity { Mild, Moderate, Severe }

public enum AllergyCriticality { Low, High, [Display(Name = "Unable to assess")] UnableToAssess }

public enum AllergyCertainty { Unconfirmed, Suspected, Confirmed, Refuted }

public enum AllergyState { Active, Inactive, [Display(Name = "Entered in error")] EnteredInError }

public enum AllergyStatus { [Display(Name = "Not asked")] NotAsked, [Display(Name = "No known allergies")] NoneKnown, Recorded }
